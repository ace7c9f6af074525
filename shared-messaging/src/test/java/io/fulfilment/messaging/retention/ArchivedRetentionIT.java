package io.fulfilment.messaging.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.Topic;
import io.fulfilment.messaging.silent.WithoutRelay;
import io.fulfilment.testing.RecordSender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is published goes only when it is archived. A group of this test's own stands for the archive's. */
@WithoutRelay
@ExtendWith(OutputCaptureExtension.class)
class ArchivedRetentionIT {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String TOPIC = Topic.NOTIFICATION_EVENTS.topicName();

    private final JdbcTemplate jdbc;
    private final PlatformTransactionManager transactions;
    private final KafkaAdmin kafka;
    private final Admin admin;
    private final RecordSender sender = new RecordSender();
    private final String group = "archive-" + UUID.randomUUID();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Retention retention;

    @Autowired
    ArchivedRetentionIT(JdbcTemplate jdbc, PlatformTransactionManager transactions, KafkaAdmin kafka) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.kafka = kafka;
        this.admin = Admin.create(kafka.getConfigurationProperties());
        this.retention = retention(group);
        retention.bindTo(meters);
    }

    private Retention retention(String asked) {
        return new RetentionAutoConfiguration()
                .messagingRetention(
                        jdbc,
                        transactions,
                        new RetentionSettings(HOUR, HOUR, HOUR, Duration.ofMinutes(1), 100, asked),
                        kafka);
    }

    @BeforeEach
    void aSlotIsDue() {
        jdbc.update("DELETE FROM outbox_pending");
        jdbc.update("DELETE FROM outbox");
        jdbc.update("DELETE FROM outbox_sequence");
        jdbc.update("UPDATE outbox_ring SET slot = 7, rotated_at = now() - interval '11 minutes'");
        outbox("published");
        jdbc.update("INSERT INTO outbox_sequence VALUES ('a.topic.that.is.not.archived', 'k', 1), (?, 'k', 1)", TOPIC);
        send();
    }

    @AfterEach
    void close() {
        sender.close();
        admin.close();
    }

    @Test
    void whatAnArchiveThatIsNotThereCannotHaveIsKeptAndToldOnce(CapturedOutput output) {
        assertThat(keysAfter(retention)).containsExactly("published");
        assertThat(keysAfter(retention)).containsExactly("published");

        assertThat(output.getOut()).containsOnlyOnce("there is no consumer group " + group);
        assertThat(secondsKept()).isPositive();
    }

    @Test
    void whatTheArchiveHasNotReadYetIsKeptUntilItHas(CapturedOutput output) throws Exception {
        Map<TopicPartition, Long> ends = ends();
        archive(ends, -1);
        assertThat(keysAfter(retention)).containsExactly("published");
        assertThat(output.getOut()).containsOnlyOnce(group + " is behind");

        archive(ends, 0);

        assertThat(keysAfter(retention)).isEmpty();
        assertThat(secondsKept()).isZero();
    }

    @Test
    void whoStartsAnewWaitsForAllThatWasSentUntilThen() throws Exception {
        jdbc.update("UPDATE outbox_ring SET rotated_at = now()");
        Map<TopicPartition, Long> ends = ends();
        assertThat(keysAfter(retention)).containsExactly("published");
        assertThat(secondsKept()).isZero();
        send();
        archive(ends, 0);

        jdbc.update("UPDATE outbox_ring SET rotated_at = rotated_at - interval '11 minutes'");
        Retention other = retention(group);
        assertThat(keysAfter(other)).containsExactly("published");
        archive(ends(), 0);

        assertThat(keysAfter(other)).isEmpty();
    }

    @Test
    void whatIsSentLaterIsNotWaitedFor() throws Exception {
        archive(ends(), -1);
        assertThat(keysAfter(retention)).containsExactly("published");
        Map<TopicPartition, Long> ends = ends();
        send();

        archive(ends, 0);

        assertThat(keysAfter(retention)).isEmpty();
    }

    @Test
    void whatIsPublishedOfTheSlotMeanwhileIsWaitedFor() throws Exception {
        outbox("waits");
        wait("waits");
        Map<TopicPartition, Long> ends = ends();
        archive(ends, -1);
        assertThat(keysAfter(retention)).containsExactly("published", "waits");

        send();
        jdbc.update("DELETE FROM outbox_pending");
        archive(ends, 0);
        assertThat(keysAfter(retention)).containsExactly("published", "waits");
        archive(ends(), 0);

        assertThat(keysAfter(retention)).isEmpty();
    }

    @Test
    void whatIsBlockedMovesOnAndKeepsNothingElse() throws Exception {
        outbox("blocked");
        wait("blocked");
        archive(ends(), 0);

        assertThat(keysAfter(retention)).containsExactly("blocked");
    }

    @Test
    void whileKafkaIsAwayWhatIsPublishedIsKept(CapturedOutput output) {
        var archive = new Archive(Map.of("bootstrap.servers", "127.0.0.1:1"), group, Duration.ofMillis(200));
        var transaction = new TransactionTemplate(transactions);
        var ring = new OutboxRing(jdbc, transaction, HOUR, new ArchivedSlots(jdbc, transaction, archive));

        assertThat(ring.turn()).isFalse();

        assertThat(output.getOut()).contains("Kafka can't be asked");
        assertThat(ring.secondsKept()).isPositive();
    }

    @Test
    void whereNobodyIsAskedItGoes() {
        assertThat(keysAfter(retention(""))).isEmpty();
    }

    private List<String> keysAfter(Retention after) {
        after.cleanUp();
        return jdbc.query("SELECT message_key FROM outbox ORDER BY message_key", (row, number) -> row.getString(1));
    }

    private double secondsKept() {
        return meters.get("outbox.unarchived").gauge().value();
    }

    private void outbox(String key) {
        jdbc.update("""
                INSERT INTO outbox (slot, shard, message_id, topic, message_key, sequence, type, appended_at)
                VALUES (0, 0, gen_random_uuid(), ?, ?, 1, 'type', now() - interval '2 hours')
                """, TOPIC, key);
    }

    private void wait(String key) {
        jdbc.update(
                "INSERT INTO outbox_pending (id, slot, shard) SELECT id, slot, shard FROM outbox WHERE message_key = ?",
                key);
    }

    private void send() {
        sender.send(new ProducerRecord<>(TOPIC, 3, new byte[] {'k'}, new byte[] {'{', '}'}));
    }

    private Map<TopicPartition, Long> ends() throws Exception {
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        for (int partition = 0; partition < Topic.PARTITIONS; partition++) {
            latest.put(new TopicPartition(TOPIC, partition), OffsetSpec.latest());
        }
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .filter(end -> end.getValue().offset() > 0)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private void archive(Map<TopicPartition, Long> ends, int more) throws Exception {
        admin.alterConsumerGroupOffsets(
                        group,
                        ends.entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue() + more))))
                .all()
                .get();
    }
}
