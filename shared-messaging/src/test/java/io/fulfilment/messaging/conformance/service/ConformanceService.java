package io.fulfilment.messaging.conformance.service;

import io.fulfilment.events.inventory.InventoryCommand.ReleaseStock;
import io.fulfilment.events.inventory.InventoryReply.ReleaseStockSucceeded;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.messaging.Outgoing;
import io.fulfilment.messaging.Received;
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
    Interruptions interruptions() {
        return new Interruptions();
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
                .<ReleaseStock>batch(ReleaseStock.class, commands -> {
                    books.handled(commands);
                    books.send(commands.stream()
                            .map(command -> answer(command, ids))
                            .toList());
                    interruptions.withinTransaction();
                })
                .<ReleaseStockSucceeded>batch(ReleaseStockSucceeded.class, answers -> {
                    books.handled(answers);
                    interruptions.withinTransaction();
                })
                .build();
    }

    private static Outgoing answer(Received<ReleaseStock> received, IdSource ids) {
        ReleaseStock command = received.message();
        return new Outgoing(
                ids.next(), new ReleaseStockSucceeded(command.sagaId(), command.orderId()), received.cause());
    }
}
