package io.fulfilment.messaging.it;

import io.fulfilment.events.inventory.InventoryCommand.DispatchStock;
import io.fulfilment.events.inventory.InventoryCommand.ReleaseStock;
import io.fulfilment.events.inventory.InventoryEvent;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.Publishes;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Releases and dispatches stock, or fails to, as a test wants it. It has no handler for ReserveStock. */
@SpringBootConfiguration
@EnableAutoConfiguration
class SmallService {

    @Bean
    Effects effects(JdbcTemplate jdbc) {
        return new Effects(jdbc);
    }

    @Bean
    MessageHandlers messageHandlers(Effects effects) {
        return MessageHandlers.with()
                .batch(ReleaseStock.class, batch -> batch.forEach(effects::on))
                .each(DispatchStock.class, effects::on)
                .build();
    }

    @Bean
    Publishes publishes() {
        return Publishes.of(InventoryEvent.class);
    }
}
