package io.fulfilment.inventory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication(proxyBeanMethods = false)
class InventoryServiceApplication {

    public static void main(String... arguments) {
        SpringApplication.run(InventoryServiceApplication.class, arguments);
    }
}
