package io.fulfilment.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Replicas of one service. */
@WithoutRelay
class RelayIT {

    private static final Duration NEVER = Duration.ofHours(1);
    private static final Duration SOON = Duration.ofMillis(100);

    private final DataSource database;
    private final JdbcTemplate jdbc;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final List<Relay> started = new ArrayList<>();
    private final ScriptedProducer ofFirst = new ScriptedProducer();
    private final ScriptedProducer ofSecond = new ScriptedProducer();

    @Autowired
    RelayIT(DataSource database, Outbox outbox, TransactionTemplate transaction) {
        this.database = database;
        this.jdbc = new JdbcTemplate(database);
        this.outbox = outbox;
        this.transaction = transaction;
    }

    @BeforeEach
    void empty() {
        jdbc.update("DELETE FROM outbox_pending");
        jdbc.update("DELETE FROM outbox_blocked");
        jdbc.update("UPDATE relay_lease SET expires_at = '-infinity'");
        jdbc.update("DELETE FROM relay_presence");
    }

    @AfterEach
    void stop() {
        started.forEach(Relay::stop);
    }

    @Test
    void whatOneReplicaCommitsTheOneThatPublishesIsToldOf() {
        start(ofFirst, NEVER);
        await().until(this::isLeased);
        Relay second = start(ofSecond, NEVER);

        append("a", 1);
        second.committed(List.of(anyRow()));

        await().until(() -> keysSentBy(ofFirst), keys -> keys.equals(List.of("a")));
        assertThat(ofSecond.history()).isEmpty();
    }

    @Test
    void whatWasCommittedIsSentAtOnceByTheReplicaThatPublishes() {
        Relay first = start(ofFirst, NEVER);
        await().until(this::isLeased);

        first.committed(List.of(anyRow()));

        await().until(() -> keysSentBy(ofFirst), keys -> keys.equals(List.of("any")));
    }

    @Test
    void aReplicaThatStopsSettlesWhatItHasSentAndAnotherGoesOn() {
        Relay first = start(ofFirst, SOON);
        append("a", 1);
        await().until(() -> keysSentBy(ofFirst), keys -> keys.equals(List.of("a")));
        first.stop();

        start(ofSecond, SOON);
        append("b", 1);

        await().until(() -> keysSentBy(ofSecond), keys -> keys.equals(List.of("b")));
        await().until(() -> waiting() == 0);
    }

    private Relay start(ScriptedProducer producer, Duration poll) {
        var publisher = new Publisher(
                new OutboxQueue(database),
                new ProducerSession(
                        () -> producer,
                        new OutgoingRecords("notification-service"),
                        new PublishSpans(new MessageSpans(() -> null))),
                new RestingTopics(NEVER),
                new SimpleMeterRegistry().counter("published"),
                poll);
        var connections = DataSourceBuilder.derivedFrom(database)
                .type(SimpleDriverDataSource.class)
                .build();
        var relay = new Relay(
                publisher,
                new RelayLease(jdbc, poll.multipliedBy(3)),
                heard -> new Bell(jdbc, connections, heard),
                settings(poll));
        started.add(relay);
        relay.start();
        return relay;
    }

    private static RelaySettings settings(Duration poll) {
        return new RelaySettings(
                true, 100, poll, poll.multipliedBy(3), Duration.ofSeconds(1), SOON, SOON, NEVER, Duration.ofSeconds(1));
    }

    private boolean isLeased() {
        return jdbc.queryForObject(
                "SELECT bool_and(expires_at > clock_timestamp()) FROM relay_lease", (row, number) -> row.getBoolean(1));
    }

    private long waiting() {
        return jdbc.queryForObject("SELECT count(*) FROM outbox_pending", (row, number) -> row.getLong(1));
    }

    private void append(String key, long delta) {
        transaction.executeWithoutResult(status ->
                outbox.append(new StockAdjusted(new Sku(key), delta, "count"), Cause.beginning(UUID.randomUUID())));
    }

    private static StoredRow anyRow() {
        var row = new OutboxRow(
                UUID.randomUUID(), "inventory.events", "any", "type", null, null, null, null, new byte[] {'{', '}'});
        return new StoredRow(row, 1, 1, Instant.EPOCH);
    }

    private static List<String> keysSentBy(ScriptedProducer producer) {
        return producer.history().stream()
                .map(sent -> new String(sent.key(), StandardCharsets.UTF_8))
                .toList();
    }
}
