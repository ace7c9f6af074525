package io.fulfilment.messaging.relay;

import io.fulfilment.messaging.trace.MessageSpans;
import io.micrometer.tracing.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * One batch on its way. Of each key, what is acknowledged is always a beginning of what was sent: the producer is
 * idempotent and has one request on its way at a time, so the broker takes nothing after a gap, and it is closed within
 * the callback of the first send that fails, before it could start over behind the gap.
 */
final class Sending {

    private final Producer<byte[], byte[]> producer;
    private final OutgoingRecords records;
    private final PublishSpans spans;
    private final Thread thread = Thread.currentThread();
    private final Queue<UnpublishedRow> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable SendFailure> failedOnTheWay = new AtomicReference<>();
    private final List<SendFailure> refused = new ArrayList<>();
    private final Set<Object> standing = new HashSet<>();
    private @Nullable Span batch;

    Sending(Producer<byte[], byte[]> producer, OutgoingRecords records, PublishSpans spans) {
        this.producer = producer;
        this.records = records;
        this.spans = spans;
    }

    /** Hands the rows over. */
    void start(List<UnpublishedRow> rows) {
        batch = spans.startBatch(rows);
        try {
            handOver(rows);
        } catch (RuntimeException | Error e) {
            MessageSpans.end(batch, e);
            throw e;
        }
    }

    private void handOver(List<UnpublishedRow> rows) {
        for (UnpublishedRow row : rows) {
            if (producerIsSpent()) {
                break;
            }
            if (!standing.contains(row.key()) && !standing.contains(row.key().topic())) {
                send(row);
            }
        }
    }

    /** Returns when each of the rows is acknowledged, has failed or was left out. */
    void finish() {
        try {
            producer.flush();
        } finally {
            SendFailure failure = failedOnTheWay.get();
            MessageSpans.end(batch, failure == null ? null : failure.error());
        }
    }

    private void send(UnpublishedRow row) {
        Span span = spans.start(row);
        try {
            producer.send(records.record(row), (metadata, error) -> {
                completed(row, error);
                MessageSpans.end(span, error);
            });
        } catch (RuntimeException e) {
            MessageSpans.end(span, e);
            refuse(row, e);
        }
    }

    private void completed(UnpublishedRow row, @Nullable Exception error) {
        if (error == null) {
            acknowledged.add(row);
        } else if (Thread.currentThread() == thread) {
            refuse(row, error);
        } else if (failedOnTheWay.compareAndSet(null, new SendFailure(row, error))) {
            producer.close(Duration.ZERO);
        }
    }

    /** The producer didn't take the record. Nothing of its key is behind it on the wire, so the producer may go on. */
    private void refuse(UnpublishedRow row, Exception error) {
        var failure = new SendFailure(row, error);
        refused.add(failure);
        switch (failure.fault()) {
            case RECORD -> standing.add(row.key());
            case TOPIC -> standing.add(row.key().topic());
            case BROKER -> {}
        }
    }

    /** Of what the broker is to blame for, nobody knows whether this producer would ever recover. */
    boolean producerIsSpent() {
        return failedOnTheWay.get() != null
                || refused.stream().anyMatch(failure -> failure.fault() == SendFault.BROKER);
    }

    List<UnpublishedRow> acknowledged() {
        return List.copyOf(acknowledged);
    }

    List<SendFailure> failures() {
        var failures = new ArrayList<>(refused);
        SendFailure onTheWay = failedOnTheWay.get();
        if (onTheWay != null) {
            failures.addFirst(onTheWay);
        }
        return failures;
    }
}
