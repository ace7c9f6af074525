package io.fulfilment.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.messaging.Outbox;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What is sent as it was handed over, without a look. */
class PublisherLaneIT extends PublisherTest {

    @Autowired
    PublisherLaneIT(JdbcTemplate jdbc, Outbox outbox, TransactionTemplate transaction) {
        super(jdbc, outbox, transaction);
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
}
