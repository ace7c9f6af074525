package io.fulfilment.inventory.messaging;

import io.fulfilment.events.inventory.InventoryCommand.DispatchStock;
import io.fulfilment.events.inventory.InventoryCommand.ReleaseStock;
import io.fulfilment.events.inventory.InventoryCommand.ReserveStock;
import io.fulfilment.inventory.application.DispatchingStock;
import io.fulfilment.inventory.application.ReleasingStock;
import io.fulfilment.inventory.application.ReservingStock;
import io.fulfilment.messaging.MessageHandlers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InventoryMessaging {

    @Bean
    MessageHandlers inventoryCommands(
            ReservingStock reserving, ReleasingStock releasing, DispatchingStock dispatching) {
        return MessageHandlers.with()
                .batch(ReserveStock.class, reserving::handle)
                .batch(ReleaseStock.class, releasing::handle)
                .batch(DispatchStock.class, dispatching::handle)
                .build();
    }
}
