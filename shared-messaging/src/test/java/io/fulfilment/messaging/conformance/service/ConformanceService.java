package io.fulfilment.messaging.conformance.service;

import io.fulfilment.events.inventory.InventoryCommand;
import io.fulfilment.events.inventory.InventoryCommand.DispatchStock;
import io.fulfilment.events.inventory.InventoryCommand.ReleaseStock;
import io.fulfilment.events.inventory.InventoryCommand.ReserveStock;
import io.fulfilment.events.inventory.InventoryCommand.Restock;
import io.fulfilment.events.inventory.InventoryReply;
import io.fulfilment.events.inventory.InventoryReply.DispatchStockSucceeded;
import io.fulfilment.events.inventory.InventoryReply.ReleaseStockSucceeded;
import io.fulfilment.events.inventory.InventoryReply.ReserveStockSucceeded;
import io.fulfilment.events.inventory.InventoryReply.RestockSucceeded;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.messaging.Outgoing;
import io.fulfilment.messaging.Received;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends commands to itself and answers them, and keeps books of all that it sends and handles. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class ConformanceService {

    @Bean
    Books books(JdbcTemplate jdbc, Outbox outbox) {
        return new Books(jdbc, outbox);
    }

    @Bean
    Interruptions interruptions(JdbcTemplate jdbc) {
        return new Interruptions(jdbc);
    }

    @Bean
    MeterRegistry meters(Interruptions interruptions) {
        return new InterruptingMeters(interruptions);
    }

    @Bean
    Load load(
            TransactionTemplate transaction,
            Books books,
            IdSource ids,
            @Value("${conformance.hot-keys:}") List<String> hot) {
        return new Load(transaction, books, ids, hot);
    }

    @Bean
    MessageHandlers messageHandlers(Books books, Interruptions interruptions, IdSource ids) {
        return MessageHandlers.with()
                .<InventoryCommand>batch(InventoryCommand.class, commands -> {
                    interruptions.beforeHandling(commands);
                    books.handled(commands);
                    books.send(commands.stream()
                            .map(command -> answer(command, ids))
                            .toList());
                    interruptions.withinTransaction();
                })
                .<InventoryReply>batch(InventoryReply.class, answers -> {
                    interruptions.beforeHandling(answers);
                    books.handled(answers);
                    interruptions.withinTransaction();
                })
                .build();
    }

    private static Outgoing answer(Received<InventoryCommand> received, IdSource ids) {
        return new Outgoing(ids.next(), answer(received.message()), received.cause());
    }

    private static InventoryReply answer(InventoryCommand received) {
        return switch (received) {
            case ReserveStock command -> new ReserveStockSucceeded(command.sagaId(), command.orderId());
            case ReleaseStock command -> new ReleaseStockSucceeded(command.sagaId(), command.orderId());
            case DispatchStock command -> new DispatchStockSucceeded(command.sagaId(), command.orderId());
            case Restock command -> new RestockSucceeded(command.sagaId(), command.orderId());
        };
    }
}
