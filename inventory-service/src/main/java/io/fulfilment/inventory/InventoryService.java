package io.fulfilment.inventory;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication(proxyBeanMethods = false)
class InventoryService {

    public static void main(String... arguments) {
        SpringApplication.run(InventoryService.class, arguments);
    }
}
