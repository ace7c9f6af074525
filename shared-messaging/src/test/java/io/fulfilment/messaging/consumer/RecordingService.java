package io.fulfilment.messaging.consumer;

import io.fulfilment.events.inventory.InventoryCommand.ReleaseStock;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.Received;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Notes how its handler is called. */
@SpringBootConfiguration
@EnableAutoConfiguration
class RecordingService {

    @Bean
    Calls calls(JdbcTemplate jdbc) {
        return new Calls(jdbc);
    }

    @Bean
    MessageHandlers messageHandlers(Calls calls) {
        return MessageHandlers.with().batch(ReleaseStock.class, calls::on).build();
    }

    static final class Calls {

        private final JdbcTemplate jdbc;
        private final List<Integer> sizes = new ArrayList<>();
        private final Set<@Nullable String> transactions = new HashSet<>();
        private final Map<Long, Throwable> faults = new HashMap<>();

        Calls(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        void on(List<Received<ReleaseStock>> batch) {
            sizes.add(batch.size());
            transactions.add(jdbc.queryForObject("SELECT pg_current_xact_id()::text", String.class));
            batch.forEach(this::on);
        }

        private void on(Received<ReleaseStock> received) {
            var envelope = received.envelope();
            jdbc.update(
                    "INSERT INTO effect (message_id, type, subject, sequence) VALUES (?, 'release', ?, ?)",
                    envelope.id(),
                    envelope.subject(),
                    envelope.sequence());
            switch (faults.get(envelope.offset())) {
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                case null, default -> {}
            }
        }

        void failOn(ConsumerRecord<?, ?> origin, Throwable fault) {
            faults.put(origin.offset(), fault);
        }

        void failOnNothing() {
            faults.clear();
        }

        void clear() {
            sizes.clear();
            transactions.clear();
            faults.clear();
        }

        List<Integer> sizes() {
            return sizes;
        }

        Set<@Nullable String> transactions() {
            return transactions;
        }

        /** What is committed. */
        List<@Nullable Long> settled(Releases key) {
            return jdbc.queryForList(
                    "SELECT sequence FROM effect WHERE subject = ? ORDER BY id", Long.class, key.subject());
        }
    }
}
