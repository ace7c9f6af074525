package io.fulfilment.inventory.messaging;

import io.fulfilment.events.inventory.InventoryCommand;
import io.fulfilment.events.inventory.InventoryEvent;
import io.fulfilment.events.inventory.InventoryReply;
import io.fulfilment.inventory.application.MovingStock;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.Publishes;
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

    @Bean
    Publishes publishes() {
        return Publishes.of(InventoryEvent.class, InventoryReply.class);
    }
}
