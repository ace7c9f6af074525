package io.fulfilment.messaging.relay;

import io.fulfilment.messaging.trace.MessageSpans;
import io.fulfilment.messaging.trace.MessageSpans.Operation;
import io.fulfilment.messaging.trace.MessageSpans.Traced;
import io.micrometer.tracing.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The spans of rows on their way to the broker. */
final class PublishSpans {

    private final MessageSpans spans;

    PublishSpans(MessageSpans spans) {
        this.spans = spans;
    }

    /** Null for one that isn't sampled. */
    @Nullable
    Span start(UnpublishedRow row) {
        return MessageSpans.isSampled(row.traceparent()) ? spans.start(Operation.SEND, of(row)) : null;
    }

    /** Null for one with hardly any that is sampled. */
    @Nullable
    Span startBatch(List<UnpublishedRow> rows) {
        return spans.startBatch(
                Operation.SEND,
                rows.size(),
                rows.stream()
                        .filter(row -> MessageSpans.isSampled(row.traceparent()))
                        .map(PublishSpans::of)
                        .toList());
    }

    private static Traced of(UnpublishedRow row) {
        return new Traced(row.key().topic(), row.key().subject(), row.type(), row.messageId(), row.traceparent());
    }
}
