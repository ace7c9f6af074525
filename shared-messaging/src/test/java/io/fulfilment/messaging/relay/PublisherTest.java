package io.fulfilment.messaging.relay;

import io.fulfilment.events.inventory.InventoryEvent.StockAdjusted;
import io.fulfilment.events.value.Sku;
import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.messaging.outbox.OutboxRow;
import io.fulfilment.messaging.outbox.StoredRow;
import io.fulfilment.messaging.silent.WithoutRelay;
import io.fulfilment.messaging.trace.MessageSpans;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A publisher whose producers do as a test says, round by round. */
@WithoutRelay
abstract class PublisherTest {

    private static final Cause CAUSE = Cause.beginning(UUID.randomUUID());
    static final int BATCH = 100;

    final JdbcTemplate jdbc;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Deque<ScriptedProducer> unused = new ArrayDeque<>();
    final List<ScriptedProducer> used = new ArrayList<>();
    final Publisher publisher;

    PublisherTest(JdbcTemplate jdbc, Outbox outbox, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.transaction = transaction;
        this.publisher = publisher();
    }

    Publisher publisher() {
        return publisher(Duration.ofMinutes(1));
    }

    Publisher publisher(Duration missingTopicPause) {
        var publisher = new Publisher(
                new OutboxQueue(Objects.requireNonNull(jdbc.getDataSource())),
                new ProducerSession(
                        this::producer,
                        new OutgoingRecords("notification-service"),
                        new PublishSpans(new MessageSpans(() -> null))),
                new RestingTopics(missingTopicPause),
                new SimpleMeterRegistry().counter("published"),
                Duration.ofHours(1));
        publisher.own(Shards.ALL);
        return publisher;
    }

    @BeforeEach
    void empty() {
        jdbc.update("DELETE FROM outbox_pending");
        jdbc.update("DELETE FROM outbox_blocked");
        jdbc.update("DELETE FROM outbox");
        jdbc.update("DELETE FROM outbox_sequence");
    }

    private ScriptedProducer producer() {
        ScriptedProducer next = unused.isEmpty() ? new ScriptedProducer() : unused.removeFirst();
        used.add(next);
        return next;
    }

    ScriptedProducer nextProducer() {
        var producer = new ScriptedProducer();
        unused.add(producer);
        return producer;
    }

    static void publishAll(Publisher publisher, int batch) {
        boolean more = true;
        while (more) {
            more = publisher.publish(batch);
        }
    }

    long waiting() {
        return jdbc.queryForObject("SELECT count(*) FROM outbox_pending", (row, number) -> row.getLong(1));
    }

    static Shards shardOf(String key) {
        return Shards.of(List.of(committed(key, 1)));
    }

    long idOf(String key) {
        return jdbc.queryForObject("SELECT id FROM outbox WHERE message_key = ?", (row, number) -> row.getLong(1), key);
    }

    static StoredRow committed(String key, long sequence) {
        return committed(key, sequence, sequence);
    }

    static StoredRow committed(String key, long sequence, long id) {
        var row = new OutboxRow(
                UUID.randomUUID(), "inventory.events", key, "type", null, null, null, null, new byte[] {'{', '}'});
        return new StoredRow(row, id, sequence, Instant.EPOCH);
    }

    List<Long> sequencesSent(String key) {
        return sent(key)
                .map(sent -> sent.headers().lastHeader("ce_sequence").value())
                .map(value -> Long.valueOf(new String(value, StandardCharsets.UTF_8)))
                .toList();
    }

    private Stream<ProducerRecord<byte[], byte[]>> sent(String key) {
        return used.stream()
                .flatMap(producer -> producer.history().stream())
                .filter(sent -> key.equals(new String(sent.key(), StandardCharsets.UTF_8)));
    }

    void append(String key, long... deltas) {
        transaction.executeWithoutResult(status -> LongStream.of(deltas)
                .forEach(delta -> outbox.append(new StockAdjusted(new Sku(key), delta, "count"), CAUSE)));
    }

    List<Long> deltasSent(String key) {
        return sent(key)
                .map(sent -> new String(sent.value(), StandardCharsets.UTF_8))
                .map(body -> Long.valueOf(body.replaceAll(".*\"delta\":(\\d+).*", "$1")))
                .toList();
    }
}
