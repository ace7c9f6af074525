package io.fulfilment.messaging.relay;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/** Lends out one producer until a send has failed on the way, then a new one. For one thread. */
final class ProducerSession {

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final OutgoingRecords records;
    private final PublishSpans spans;
    private @Nullable Producer<byte[], byte[]> current;

    ProducerSession(Supplier<Producer<byte[], byte[]>> producers, OutgoingRecords records, PublishSpans spans) {
        this.producers = producers;
        this.records = records;
        this.spans = spans;
    }

    /** Hands the rows over; {@link #finish} has to follow before the next. */
    Sending start(List<UnpublishedRow> rows) {
        Producer<byte[], byte[]> producer = current;
        if (producer == null) {
            producer = producers.get();
            current = producer;
        }
        var sending = new Sending(producer, records, spans);
        boolean complete = false;
        try {
            sending.start(rows);
            complete = true;
        } finally {
            if (!complete) {
                close();
            }
        }
        return sending;
    }

    /** Returns when what was handed over is acknowledged or has failed. */
    void finish(Sending sending) {
        boolean complete = false;
        try {
            sending.finish();
            complete = true;
        } finally {
            if (!complete || sending.producerIsSpent()) {
                close();
            }
        }
    }

    /** Drops what was not sent: it is unpublished, and comes again. */
    void close() {
        Producer<byte[], byte[]> spent = current;
        if (spent != null) {
            current = null;
            spent.close(Duration.ZERO);
        }
    }
}
