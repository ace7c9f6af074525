package io.fulfilment.benchmarks.messaging.service;

import io.fulfilment.events.inventory.InventoryEvent.StockAdjusted;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.Outbox;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends facts about stock, and counts those that it receives. */
@SpringBootConfiguration
@EnableAutoConfiguration
class SmallService {

    @Bean
    Appender appender(Outbox outbox, TransactionTemplate transaction, IdSource ids) {
        return new Appender(outbox, transaction, ids);
    }

    @Bean
    Handled handled() {
        return new Handled();
    }

    @Bean
    MessageHandlers messageHandlers(JdbcTemplate jdbc, Handled handled) {
        return MessageHandlers.with()
                .batch(StockAdjusted.class, new Effects(jdbc, handled)::on)
                .build();
    }
}
