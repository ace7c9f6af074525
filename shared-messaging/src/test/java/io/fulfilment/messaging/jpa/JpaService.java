package io.fulfilment.messaging.jpa;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** A service whose transactions are JPA's. */
@SpringBootConfiguration
@EnableAutoConfiguration
class JpaService {}
