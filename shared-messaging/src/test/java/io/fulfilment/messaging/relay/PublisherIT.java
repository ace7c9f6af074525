package io.fulfilment.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfilment.events.inventory.InventoryEvent.StockAdjusted;
import io.fulfilment.events.value.Sku;
import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.messaging.silent.WithoutRelay;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@WithoutRelay
class PublisherIT {

    private static final Cause CAUSE = Cause.beginning(UUID.randomUUID());
    private static final int BATCH = 100;

    private final JdbcTemplate jdbc;
    private final Outbox outbox;
    private final TransactionTemplate transaction;
    private final Deque<ScriptedProducer> unused = new ArrayDeque<>();
    private final List<ScriptedProducer> used = new ArrayList<>();
    private final Publisher publisher;

    @Autowired
    PublisherIT(JdbcTemplate jdbc, Outbox outbox, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.transaction = transaction;
        this.publisher = new Publisher(
                new OutboxReader(jdbc),
                new ProducerSession(this::producer, new OutgoingRecords("notification-service")),
                new RestingTopics(Duration.ofMinutes(1)),
                new SimpleMeterRegistry().counter("published"));
    }

    @BeforeEach
    void empty() {
        jdbc.update("DELETE FROM outbox");
    }

    private ScriptedProducer producer() {
        ScriptedProducer next = unused.isEmpty() ? new ScriptedProducer() : unused.removeFirst();
        used.add(next);
        return next;
    }

    private ScriptedProducer nextProducer() {
        var producer = new ScriptedProducer();
        unused.add(producer);
        return producer;
    }

    @Test
    void publishesOnceWhatIsUnpublished() {
        append("a", 1, 2, 3);

        assertThat(publisher.publish(BATCH)).isEqualTo(3);
        assertThat(publisher.publish(BATCH)).isZero();

        assertThat(deltasSent("a")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void afterAFailedSendEverythingFromThereOnIsSentInOrderByANewProducer() {
        nextProducer().failOnTheWay(3, new TimeoutException("expired"));
        append("a", 1, 2, 3, 4);
        append("b", 5);

        assertThatThrownBy(() -> publisher.publish(BATCH)).isInstanceOf(PublishingFailedException.class);
        assertThat(publisher.publish(BATCH)).isEqualTo(3);

        assertThat(used).hasSize(2);
        assertThat(used.getFirst().closed()).isTrue();
        assertThat(deltasSent("a")).containsExactly(1L, 2L, 3L, 3L, 4L);
        assertThat(deltasSent("b")).containsExactly(5L);
    }

    @Test
    void aRecordThatCanNeverBeSentStopsItsKeyAndNoOther() {
        nextProducer().refuse(1, new RecordTooLargeException("too large"));
        append("a", 1, 2);
        append("b", 3);

        publisher.publish(BATCH);
        append("a", 4);
        append("b", 5);
        publisher.publish(BATCH);

        assertThat(deltasSent("a")).isEmpty();
        assertThat(deltasSent("b")).containsExactly(3L, 5L);
        assertThat(jdbc.queryForObject(
                        "SELECT blocked_reason FROM outbox WHERE blocked_reason IS NOT NULL", String.class))
                .contains("too large");
    }

    @Test
    void aTopicThatIsMissingIsLeftAloneForAWhile() {
        nextProducer().refuse(1, new TimeoutException("not present", new UnknownTopicOrPartitionException()));
        append("a", 1);

        publisher.publish(BATCH);

        assertThat(publisher.publish(BATCH)).isZero();
        assertThat(jdbc.queryForObject("SELECT count(*) FROM outbox WHERE published_at IS NULL", Long.class))
                .isEqualTo(1);
    }

    private void append(String key, long... deltas) {
        transaction.executeWithoutResult(status -> LongStream.of(deltas)
                .forEach(delta -> outbox.append(new StockAdjusted(new Sku(key), delta, "count"), CAUSE)));
    }

    private List<Long> deltasSent(String key) {
        return used.stream()
                .flatMap(producer -> producer.history().stream())
                .filter(sent -> key.equals(new String(sent.key(), StandardCharsets.UTF_8)))
                .map(sent -> new String(sent.value(), StandardCharsets.UTF_8))
                .map(body -> Long.valueOf(body.replaceAll(".*\"delta\":(\\d+).*", "$1")))
                .toList();
    }
}
