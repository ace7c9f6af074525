package io.fulfilment.archive;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

@EnableScheduling
@SpringBootApplication(proxyBeanMethods = false)
class EventStore {

    public static void main(String... arguments) {
        SpringApplication.run(EventStore.class, arguments);
    }
}
