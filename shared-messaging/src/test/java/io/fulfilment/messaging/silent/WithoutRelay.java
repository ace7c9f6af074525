package io.fulfilment.messaging.silent;

import io.fulfilment.testing.ServiceEnvironment;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/** A test of the relay's parts on a database of which no relay takes notice. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        classes = SilentService.class,
        properties = {"spring.application.name=notification-service", "fulfilment.messaging.relay.enabled=false"},
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = ServiceEnvironment.class)
public @interface WithoutRelay {}
