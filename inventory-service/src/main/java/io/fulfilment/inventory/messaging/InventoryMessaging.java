package io.fulfilment.inventory.messaging;

import io.fulfilment.events.inventory.InventoryCommand;
import io.fulfilment.inventory.application.MovingStock;
import io.fulfilment.messaging.MessageHandlers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InventoryMessaging {

    @Bean
    MessageHandlers inventoryCommands(MovingStock moving) {
        return MessageHandlers.with()
                .batch(InventoryCommand.class, moving::handle)
                .build();
    }
}
