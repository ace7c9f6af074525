package io.fulfilment.messaging.silent;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** A service that appends, and leaves the publishing to a test. */
@SpringBootConfiguration
@EnableAutoConfiguration
class SilentService {}
