package io.fulfilment.inventory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
class InventoryServiceApplication {

    public static void main(String... arguments) {
        SpringApplication.run(InventoryServiceApplication.class, arguments);
    }
}
