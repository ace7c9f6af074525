package io.fulfilment.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of a whole service: started on free ports, as itself in the shared {@link Infrastructure}, trusting
 * {@link TestTokens}. The service is told so through the environment variables that it has in operation.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // A service that doesn't start says why in one line; thousands about its auto-configuration hide it.
        properties = {
            "spring.test.print-condition-evaluation-report=false",
            // As in tests without a service; what goes wrong is still told.
            "logging.level.root=WARN"
        })
@ContextConfiguration(initializers = ServiceEnvironment.class)
public @interface ServiceIT {}
