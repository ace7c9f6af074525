package io.fulfilment.messaging.deadletter.web;

import io.fulfilment.events.inventory.InventoryEvent.StockReleased;
import io.fulfilment.events.payment.PaymentCommand.VoidPayment;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.messaging.Received;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Voids payments and says so, or fails to, as a test wants it. */
@SpringBootConfiguration
@EnableAutoConfiguration
class VoidingService {

    @Bean
    Voiding voiding(JdbcTemplate jdbc, Outbox outbox) {
        return new Voiding(jdbc, outbox);
    }

    @Bean
    MessageHandlers messageHandlers(Voiding voiding) {
        return MessageHandlers.with().each(VoidPayment.class, voiding::on).build();
    }

    static final class Voiding {

        private final JdbcTemplate jdbc;
        private final Outbox outbox;
        private final Map<String, Consumer<Received<?>>> faults = new ConcurrentHashMap<>();

        Voiding(JdbcTemplate jdbc, Outbox outbox) {
            this.jdbc = jdbc;
            this.outbox = outbox;
        }

        void on(Received<VoidPayment> received) {
            var envelope = received.envelope();
            jdbc.update(
                    "INSERT INTO effect (message_id, type, subject, sequence) VALUES (?, 'void', ?, ?)",
                    envelope.id(),
                    envelope.subject(),
                    envelope.sequence());
            outbox.append(new StockReleased(received.message().orderId()), received.cause());
            faults.getOrDefault(envelope.subject(), nothing -> {}).accept(received);
        }

        /** Has the handler do something more with the messages of an order, such as throw. */
        void when(Voids order, Consumer<Received<?>> fault) {
            faults.put(order.subject(), fault);
        }

        void failOn(Voids order) {
            when(order, received -> {
                throw new IllegalStateException("not yet");
            });
        }

        void mend() {
            faults.clear();
        }

        /** What is committed. */
        List<@Nullable Long> settled(Voids order) {
            return jdbc.queryForList(
                    "SELECT sequence FROM effect WHERE subject = ? ORDER BY id", Long.class, order.subject());
        }
    }
}
