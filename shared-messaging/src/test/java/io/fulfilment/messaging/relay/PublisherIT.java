package io.fulfilment.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        this.publisher = publisher();
    }

    private Publisher publisher() {
        return publisher(Duration.ofMinutes(1));
    }

    private Publisher publisher(Duration missingTopicPause) {
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

    private ScriptedProducer nextProducer() {
        var producer = new ScriptedProducer();
        unused.add(producer);
        return producer;
    }

    @Test
    void publishesOnceWhatWaits() {
        append("a", 1, 2, 3);

        assertThat(publisher.publish(BATCH)).isFalse();
        assertThat(publisher.publish(BATCH)).isFalse();

        assertThat(deltasSent("a")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aLookFindsWhatAnotherCommittedAndNothingThatWasSent() {
        append("a", 1);
        publisher.publish(BATCH);
        append("a", 2);
        assertThat(publisher.publish(BATCH)).isFalse();
        assertThat(deltasSent("a")).containsExactly(1L);

        publisher.committedElsewhere(Shards.ALL);
        publisher.publish(BATCH);

        assertThat(deltasSent("a")).containsExactly(1L, 2L);
    }

    @Test
    void aBacklogIsSentInBatches() {
        append("a", LongStream.rangeClosed(1, 25).toArray());

        assertThat(publisher.publish(2)).isTrue();
        assertThat(deltasSent("a")).containsExactly(1L, 2L);
        for (int batch = 2; batch <= 12; batch++) {
            assertThat(publisher.publish(2)).isTrue();
        }
        assertThat(publisher.publish(2)).isFalse();

        assertThat(deltasSent("a"))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 25).boxed().toList());
    }

    @Test
    void whatWasAcknowledgedLeavesTheQueueAndWhatACrashLeftThereIsSentAgain() {
        append("a", 1, 2);
        publisher.publish(BATCH);
        assertThat(waiting()).isEqualTo(2);

        Publisher next = publisher();
        next.publish(BATCH);
        next.own(Shards.NONE);

        assertThat(deltasSent("a")).containsExactly(1L, 2L, 1L, 2L);
        assertThat(waiting()).isZero();
    }

    @Test
    void whatIsCommittedHereIsSentWithoutALookIntoTheTable() {
        publisher.publish(BATCH);

        publisher.committed(List.of(committed("a", 1), committed("a", 2), committed("b", 1)));
        publisher.publish(BATCH);
        publisher.committed(List.of(committed("a", 3)));
        publisher.publish(BATCH);

        assertThat(sequencesSent("a")).containsExactly(1L, 2L, 3L);
        assertThat(sequencesSent("b")).containsExactly(1L);
    }

    @Test
    void whatOvertookAnotherOfItsKeyWaitsForItInTheTable() {
        publisher.publish(BATCH);
        append("a", 1, 2, 3);

        publisher.committed(List.of(committed("a", 3)));
        assertThat(publisher.publish(BATCH)).isTrue();
        assertThat(used).isEmpty();
        assertThat(publisher.publish(BATCH)).isFalse();
        publisher.committed(List.of(committed("a", 1), committed("a", 2)));
        publisher.publish(BATCH);

        assertThat(deltasSent("a")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whoTakesOverBeginsWithTheTable() {
        publisher.publish(BATCH);
        publisher.committed(List.of(committed("a", 1)));
        publisher.own(Shards.NONE);
        append("a", 1, 2);
        publisher.own(Shards.ALL);

        assertThat(publisher.publish(BATCH)).isFalse();

        assertThat(deltasSent("a")).containsExactly(1L, 2L);
    }

    @Test
    void afterAFailedSendEverythingFromThereOnIsSentInOrderByANewProducer() {
        nextProducer().failOnTheWay(3, new TimeoutException("expired"));
        append("a", 1, 2, 3, 4);
        append("b", 5);

        assertThatThrownBy(() -> publisher.publish(BATCH)).isInstanceOf(PublishingFailedException.class);
        publisher.publish(BATCH);

        assertThat(used).hasSize(2);
        assertThat(used.getFirst().closed()).isTrue();
        assertThat(deltasSent("a")).containsExactly(1L, 2L, 3L, 3L, 4L);
        assertThat(deltasSent("b")).containsExactly(5L);
    }

    @Test
    void aBacklogIsReadOnWhileABatchIsOnItsWay() {
        append("a", 1, 2, 3, 4);
        publisher.publish(2);
        jdbc.update("DELETE FROM outbox_pending");

        publishAll(publisher, 2);

        assertThat(deltasSent("a")).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void whatWasReadMeanwhileIsForgottenWithTheShare() {
        append("a", 1, 2, 3, 4);
        publisher.publish(2);
        publisher.own(Shards.NONE);
        Publisher other = publisher();
        publishAll(other, BATCH);
        other.own(Shards.NONE);
        append("a", 5);

        publisher.own(Shards.ALL);
        publishAll(publisher, BATCH);

        // By its own producer, then by the other's.
        assertThat(deltasSent("a")).containsExactly(1L, 2L, 5L, 3L, 4L);
    }

    @Test
    void nothingThatWasReadMeanwhileOvertakesAFailedBatch() {
        nextProducer().failOnTheWay(2, new TimeoutException("expired"));
        append("a", 1, 2, 3, 4, 5, 6);

        assertThatThrownBy(() -> publisher.publish(2)).isInstanceOf(PublishingFailedException.class);
        publishAll(publisher, 2);

        assertThat(deltasSent("a")).containsExactly(1L, 2L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void nothingThatWasReadMeanwhileOvertakesARefusedRecord() {
        nextProducer().refuse(2, new RecordTooLargeException("too large"));
        append("a", 1, 2, 3, 4);
        append("b", 5);

        publishAll(publisher, 2);

        assertThat(deltasSent("a")).containsExactly(1L);
        assertThat(deltasSent("b")).containsExactly(5L);
    }

    @Test
    void whatTheLaneSendsIsNotSentAgainIfItWasReadMeanwhile() {
        append("a", 1, 2, 3);
        append("b", 1);
        append("a", 4, 5);

        publisher.publish(2);
        publisher.committed(List.of(committed("b", 1, idOf("b"))));
        publishAll(publisher, 2);

        assertThat(deltasSent("a")).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(sequencesSent("b")).containsExactly(1L);
    }

    @Test
    void afterAFailedSendNothingFromTheLaneOvertakesWhatFailed() {
        publisher.publish(BATCH);
        nextProducer().failOnTheWay(1, new TimeoutException("expired"));
        append("a", 1, 2);
        publisher.committed(List.of(committed("a", 1)));
        assertThatThrownBy(() -> publisher.publish(BATCH)).isInstanceOf(PublishingFailedException.class);

        publisher.committed(List.of(committed("a", 2)));
        publisher.publish(BATCH);
        publisher.publish(BATCH);

        assertThat(sequencesSent("a")).containsExactly(1L, 1L, 2L);
    }

    @Test
    void aRecordThatCanNeverBeSentStopsItsKeyAndNoOther() {
        nextProducer().refuse(1, new RecordTooLargeException("too large"));
        append("a", 1, 2);
        append("b", 3);

        publisher.publish(BATCH);
        publisher.committed(List.of(committed("a", 3)));
        append("b", 5);
        publisher.committed(List.of(committed("b", 2)));
        assertThat(publisher.publish(BATCH)).isFalse();

        assertThat(deltasSent("a")).isEmpty();
        assertThat(sequencesSent("b")).containsExactly(1L, 2L);
        assertThat(jdbc.queryForObject("SELECT reason FROM outbox_blocked WHERE message_key = 'a'", String.class))
                .contains("too large");
    }

    @Test
    void nothingOvertakesWhatWasOnItsWayWithARefusedRecord() {
        nextProducer().failOnTheWay(1, new RecordTooLargeException("too large"));
        append("b", 9);
        append("a", 1, 2, 3);

        while (publisher.publish(2)) {
            assertThat(deltasSent("b")).containsExactly(9L);
        }

        assertThat(deltasSent("a")).containsExactly(1L, 2L, 3L);
        assertThat(jdbc.queryForObject("SELECT message_key FROM outbox_blocked", String.class))
                .isEqualTo("b");
    }

    @Test
    void whatWasOnItsWayFromTheLaneWithARefusedRecordIsSentAtOnce() {
        publisher.publish(BATCH);
        nextProducer().failOnTheWay(1, new RecordTooLargeException("too large"));
        append("b", 9);
        append("a", 1);
        publisher.committed(List.of(committed("b", 1), committed("a", 1)));

        assertThat(publisher.publish(BATCH)).isTrue();
        publisher.publish(BATCH);

        assertThat(deltasSent("a")).containsExactly(1L);
    }

    @Test
    void nothingOvertakesWhatWaitsForItsTopicWhoseRestEndsMeanwhile() {
        var impatient = publisher(Duration.ZERO);
        nextProducer().refuse(1, new TimeoutException("not present", new UnknownTopicOrPartitionException()));
        append("a", 1, 2, 3);

        impatient.publish(1);
        assertThat(deltasSent("a")).isEmpty();
        while (impatient.publish(1)) {
            assertThat(deltasSent("a")).isNotEmpty();
        }

        assertThat(deltasSent("a")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aRowThatAnotherHasPublishedMeanwhileIsNotBlocked() {
        nextProducer().refuse(1, new RecordTooLargeException("too large"));
        publisher.publish(BATCH);
        publisher.committed(List.of(committed("a", 1)));
        publisher.publish(BATCH);

        assertThat(jdbc.queryForObject("SELECT count(*) FROM outbox_blocked", Long.class))
                .isZero();
    }

    @Test
    void aKeyThatIsFreeAgainGoesOnInOrder() {
        nextProducer().refuse(1, new RecordTooLargeException("too large"));
        append("a", 1, 2);
        publisher.publish(BATCH);
        jdbc.update("DELETE FROM outbox_blocked");

        publisher.own(Shards.NONE);
        publisher.own(Shards.ALL);
        publisher.publish(BATCH);

        assertThat(deltasSent("a")).containsExactly(1L, 2L);
    }

    @Test
    void nothingIsSentThatOthersPublish() {
        publisher.own(Shards.ALL.without(shardOf("b")));
        append("a", 1);
        append("b", 1);
        publisher.publish(BATCH);

        assertThat(publisher.committed(List.of(committed("a", 2), committed("b", 2))))
                .isEqualTo(shardOf("b"));
        publisher.publish(BATCH);

        assertThat(sequencesSent("a")).containsExactly(1L, 2L);
        assertThat(sequencesSent("b")).isEmpty();
        assertThat(publisher.own(Shards.NONE)).isEqualTo(Shards.ALL.without(shardOf("b")));
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void whatOthersCommitToShardsOfOthersLeadsToNoLook() {
        publisher.own(shardOf("a"));
        publisher.publish(BATCH);
        append("a", 1);

        publisher.committedElsewhere(Shards.ALL.without(shardOf("a")));
        publisher.publish(BATCH);
        assertThat(used).isEmpty();
        publisher.committedElsewhere(Shards.ALL);
        publisher.publish(BATCH);

        assertThat(deltasSent("a")).containsExactly(1L);
    }

    @Test
    void whoGetsAShardBackGoesOnBehindWhatAnotherHasPublished() {
        append("a", 1);
        publisher.publish(BATCH);
        publisher.own(Shards.ALL.without(shardOf("a")));
        append("a", 2, 3);
        Publisher other = publisher();
        other.publish(BATCH);
        other.own(Shards.NONE);
        append("a", 4);

        publisher.own(Shards.ALL);
        publisher.publish(BATCH);
        publisher.committed(List.of(committed("a", 2), committed("a", 5)));
        publisher.publish(BATCH);

        // By its own producer, then by the other's.
        assertThat(sequencesSent("a")).containsExactly(1L, 4L, 5L, 2L, 3L);
    }

    private static void publishAll(Publisher publisher, int batch) {
        boolean more = true;
        while (more) {
            more = publisher.publish(batch);
        }
    }

    private long waiting() {
        return jdbc.queryForObject("SELECT count(*) FROM outbox_pending", (row, number) -> row.getLong(1));
    }

    private static Shards shardOf(String key) {
        return Shards.of(List.of(committed(key, 1)));
    }

    private long idOf(String key) {
        return jdbc.queryForObject("SELECT id FROM outbox WHERE message_key = ?", (row, number) -> row.getLong(1), key);
    }

    private static StoredRow committed(String key, long sequence) {
        return committed(key, sequence, sequence);
    }

    private static StoredRow committed(String key, long sequence, long id) {
        var row = new OutboxRow(
                UUID.randomUUID(), "inventory.events", key, "type", null, null, null, null, new byte[] {'{', '}'});
        return new StoredRow(row, id, sequence, Instant.EPOCH);
    }

    private List<Long> sequencesSent(String key) {
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

    private void append(String key, long... deltas) {
        transaction.executeWithoutResult(status -> LongStream.of(deltas)
                .forEach(delta -> outbox.append(new StockAdjusted(new Sku(key), delta, "count"), CAUSE)));
    }

    private List<Long> deltasSent(String key) {
        return sent(key)
                .map(sent -> new String(sent.value(), StandardCharsets.UTF_8))
                .map(body -> Long.valueOf(body.replaceAll(".*\"delta\":(\\d+).*", "$1")))
                .toList();
    }
}
