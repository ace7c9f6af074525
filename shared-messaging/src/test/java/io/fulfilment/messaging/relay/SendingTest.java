package io.fulfilment.messaging.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.messaging.trace.MessageSpans;
import java.util.List;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;

class SendingTest {

    private final ScriptedProducer producer = new ScriptedProducer();
    private final Sending sending =
            new Sending(producer, new OutgoingRecords("test-service"), new PublishSpans(new MessageSpans(() -> null)));

    @Test
    void whatTheBrokerTookIsAcknowledged() {
        send(Rows.of("a", "b", "a"));

        assertThat(sending.acknowledged()).extracting(UnpublishedRow::id).containsExactly(1L, 2L, 3L);
        assertThat(sending.failures()).isEmpty();
        assertThat(sending.producerIsSpent()).isFalse();
    }

    @Test
    void aSendThatFailsOnTheWayClosesTheProducerAndNothingFollows() {
        producer.failOnTheWay(2, new TimeoutException("expired"));

        send(Rows.of("a", "b", "a", "b"));

        assertThat(sending.acknowledged()).extracting(UnpublishedRow::id).containsExactly(1L);
        assertThat(sending.producerIsSpent()).isTrue();
        assertThat(producer.closed()).isTrue();
        assertThat(producer.history()).hasSize(2);
        assertThat(sending.failures()).extracting(SendFailure::fault).containsExactly(SendFault.BROKER);
    }

    @Test
    void aRecordThatIsRefusedStopsItsKeyOnly() {
        producer.refuse(2, new RecordTooLargeException("too large"));

        send(Rows.of("a", "b", "a", "b", "c"));

        assertThat(sending.acknowledged()).extracting(UnpublishedRow::id).containsExactly(1L, 3L, 5L);
        assertThat(sending.producerIsSpent()).isFalse();
        assertThat(sending.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.row().id()).isEqualTo(2);
            assertThat(failure.fault()).isEqualTo(SendFault.RECORD);
        });
    }

    @Test
    void aBrokerThatCanNotBeReachedStopsAll() {
        producer.refuse(2, new TimeoutException("no metadata"));

        send(Rows.of("a", "b", "c"));

        assertThat(sending.acknowledged()).extracting(UnpublishedRow::id).containsExactly(1L);
        assertThat(sending.failures()).extracting(SendFailure::fault).containsExactly(SendFault.BROKER);
    }

    private void send(List<UnpublishedRow> rows) {
        sending.start(rows);
        sending.finish();
    }

    @Test
    void aTopicThatIsMissingIsNoFaultOfTheBroker() {
        var missing = new TimeoutException("not present", new UnknownTopicOrPartitionException());

        assertThat(SendFault.of(missing)).isEqualTo(SendFault.TOPIC);
        assertThat(SendFault.of(new InvalidTopicException("bad"))).isEqualTo(SendFault.RECORD);
        assertThat(SendFault.of(new TimeoutException("slow"))).isEqualTo(SendFault.BROKER);
    }
}
