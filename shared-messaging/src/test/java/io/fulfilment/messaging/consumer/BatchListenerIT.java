package io.fulfilment.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fulfilment.testing.ServiceEnvironment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Batches as a test composes them. */
@SpringBootTest(
        classes = RecordingService.class,
        properties = {
            "spring.application.name=saga-orchestrator",
            "fulfilment.messaging.consumer.enabled=false",
            "fulfilment.messaging.relay.enabled=false"
        },
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = ServiceEnvironment.class)
class BatchListenerIT {

    private final BatchListener listener;
    private final RecordingService.Calls calls;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Releases a = new Releases();
    private final Releases b = new Releases();
    private final Releases c = new Releases();

    @Autowired
    BatchListenerIT(
            BatchListener listener,
            RecordingService.Calls calls,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.listener = listener;
        this.calls = calls;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        calls.clear();
    }

    @Test
    void aHealthyBatchIsOneTransactionWithOneCallForEachRound() {
        listener.onMessage(List.of(a.next(), b.next(), a.next(), c.next()));

        assertThat(calls.sizes()).containsExactly(3, 1);
        assertThat(calls.transactions()).hasSize(1);
    }

    @Test
    void aBatchWithAFailingMessageIsTakenApart() {
        var batch = List.of(a.next(), b.next(), a.next(), c.next(), a.next());
        calls.failOn(batch.get(2), new IllegalStateException("never"));

        listener.onMessage(batch);

        assertThat(calls.settled(a)).containsExactly(1L);
        assertThat(calls.settled(b)).containsExactly(1L);
        assertThat(calls.settled(c)).containsExactly(1L);
        assertThat(reasons(a)).containsExactly("HANDLING_FAILED", "BEHIND_PARKED");
    }

    @Test
    void aBatchThatComesAgainHasNoEffect() {
        var batch = List.of(a.next(), b.next(), a.next());
        calls.failOn(batch.get(2), new IllegalStateException("never"));
        listener.onMessage(batch);

        listener.onMessage(batch);

        assertThat(calls.settled(a)).containsExactly(1L);
        assertThat(calls.settled(b)).containsExactly(1L);
        assertThat(reasons(a)).containsExactly("HANDLING_FAILED");
    }

    @Test
    void anOverflowOfTheStackInAHandlerIsTheMessagesFault() {
        var batch = List.of(a.next(), b.next());
        calls.failOn(batch.getFirst(), new StackOverflowError());

        listener.onMessage(batch);

        assertThat(reasons(a)).containsExactly("HANDLING_FAILED");
        assertThat(calls.settled(b)).containsExactly(1L);
    }

    @Test
    void aFailureOfTheSystemLeavesTheBatchAsItWas() {
        var batch = List.of(a.next(), b.next());
        calls.failOn(batch.getLast(), new DataAccessResourceFailureException("gone"));

        assertThatThrownBy(() -> listener.onMessage(batch)).isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(calls.settled(a)).isEmpty();

        calls.failOnNothing();
        listener.onMessage(batch);
        assertThat(calls.settled(a)).containsExactly(1L);
        assertThat(reasons(b)).isEmpty();
    }

    /** A container would end its thread for good. */
    @Test
    void anErrorBecomesAnExceptionThatIsTriedAgain() {
        var batch = List.of(a.next());
        calls.failOn(batch.getFirst(), new OutOfMemoryError("not really"));

        assertThatThrownBy(() -> listener.onMessage(batch)).isInstanceOf(IllegalStateException.class);
        assertThat(reasons(a)).isEmpty();
    }

    /** As after an eviction: the other consumer commits when this one waits for it already. */
    @Test
    void aMessageDoesNotOvertakeOneThatAnotherConsumerParksMeanwhile() {
        var first = a.next();
        var handling = transaction.execute(status -> {
            park(first);
            var started = CompletableFuture.runAsync(() -> listener.onMessage(List.of(first, a.next())));
            await().untilAsserted(() -> assertThat(waitingForOthers()).isPositive());
            return started;
        });

        assertThat(handling).succeedsWithin(Duration.ofSeconds(30));
        assertThat(calls.settled(a)).isEmpty();
        assertThat(reasons(a)).containsExactly("HANDLING_FAILED", "BEHIND_PARKED");
    }

    /** What is left of a key's failing message in another transaction than the listener's. */
    private void park(ConsumerRecord<byte[], byte[]> message) {
        jdbc.update(
                "INSERT INTO inbox (message_id, topic, partition, record_offset) VALUES (?::uuid, ?, 0, ?)",
                new String(message.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8),
                message.topic(),
                message.offset());
        Long key = jdbc.queryForObject("""
                INSERT INTO held_key (topic, message_key, state, reason) VALUES (?, ?, 'PARKED', 'HANDLING_FAILED')
                RETURNING id
                """, Long.class, message.topic(), a.subject());
        jdbc.update("""
                INSERT INTO held_message (held_key, topic, partition, record_offset, record_timestamp, message_key, headers,
                                          reason, attempts)
                VALUES (?, ?, 0, ?, now(), ?, '[]', 'HANDLING_FAILED', 5)
                """, key, message.topic(), message.offset(), a.subject());
    }

    private @Nullable Integer waitingForOthers() {
        return jdbc.queryForObject("""
                SELECT count(*) FROM pg_stat_activity
                WHERE usename = current_user AND pid <> pg_backend_pid() AND query LIKE '%INSERT INTO inbox%' AND wait_event_type = 'Lock'
                """, Integer.class);
    }

    private List<@Nullable String> reasons(Releases key) {
        return jdbc.queryForList(
                "SELECT reason FROM held_message WHERE message_key = ? ORDER BY id", String.class, key.subject());
    }
}
