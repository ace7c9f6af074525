package io.fulfilment.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfilment.messaging.Outbox;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever fails, no message overtakes another of its key. */
class PublisherFailuresIT extends PublisherTest {

    @Autowired
    PublisherFailuresIT(JdbcTemplate jdbc, Outbox outbox, TransactionTemplate transaction) {
        super(jdbc, outbox, transaction);
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
}
