package io.fulfilment.messaging.relay;

import io.micrometer.core.instrument.Counter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes a batch: reads what is unpublished, sends it, marks what the broker acknowledged. */
final class Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final OutboxReader outbox;
    private final ProducerSession session;
    private final RestingTopics resting;
    private final Counter published;

    Publisher(OutboxReader outbox, ProducerSession session, RestingTopics resting, Counter published) {
        this.outbox = outbox;
        this.session = session;
        this.resting = resting;
        this.published = published;
    }

    /**
     * @return how many rows there were to publish
     * @throws PublishingFailedException if the broker didn't take them all; it pays to wait before the next attempt
     */
    int publish(int most) {
        List<UnpublishedRow> rows = outbox.unpublished(most, resting.names());
        if (!rows.isEmpty()) {
            Sending sending = session.send(rows);
            outbox.markPublished(sending.acknowledged());
            published.increment(sending.acknowledged().size());
            sending.failures().forEach(this::handle);
        }
        return rows.size();
    }

    private void handle(SendFailure failure) {
        UnpublishedRow row = failure.row();
        switch (failure.fault()) {
            case RECORD -> block(row, failure.error());
            case TOPIC -> {
                resting.add(row.key().topic());
                LOG.warn("Nothing can be sent to {}; it waits", row.key().topic(), failure.error());
            }
            case BROKER -> throw new PublishingFailedException(failure.error());
        }
    }

    private void block(UnpublishedRow row, Throwable error) {
        outbox.block(row.id(), error.getClass().getSimpleName() + ": " + error.getMessage());
        LOG.error(
                "Message {} of type {} can't be sent; key {} of {} stands still: {}",
                row.messageId(),
                row.type(),
                row.key().subject(),
                row.key().topic(),
                error.toString());
    }

    void close() {
        session.close();
    }
}
