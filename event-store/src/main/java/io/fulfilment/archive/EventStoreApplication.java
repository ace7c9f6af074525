package io.fulfilment.archive;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

@EnableScheduling
@SpringBootApplication(proxyBeanMethods = false)
class EventStoreApplication {

    public static void main(String... arguments) {
        SpringApplication.run(EventStoreApplication.class, arguments);
    }
}
