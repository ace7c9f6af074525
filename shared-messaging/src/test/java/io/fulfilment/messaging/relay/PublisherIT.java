package io.fulfilment.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.messaging.Outbox;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks into the queue, and who publishes what. */
class PublisherIT extends PublisherTest {

    @Autowired
    PublisherIT(JdbcTemplate jdbc, Outbox outbox, TransactionTemplate transaction) {
        super(jdbc, outbox, transaction);
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
}
