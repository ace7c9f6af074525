package io.fulfilment.messaging.outbox;

import io.fulfilment.messaging.Outgoing;
import io.fulfilment.messaging.trace.MessageSpans;
import io.fulfilment.messaging.trace.MessageSpans.Operation;
import io.fulfilment.messaging.trace.MessageSpans.Traced;
import io.micrometer.tracing.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The spans of messages from when they are appended until their transaction ends. What it rolls back was never appended. */
final class AppendSpans {

    private final MessageSpans spans;

    AppendSpans(MessageSpans spans) {
        this.spans = spans;
    }

    /** What a message carries: the context of its own span, if it is sampled, and otherwise its cause's or the current one. */
    @Nullable
    String traceparent(Outgoing outgoing, String topic, String type) {
        String given = MessageSpans.valid(outgoing.cause().traceparent());
        String parent = given != null ? given : spans.current();
        Span span = spans.start(
                Operation.CREATE, new Traced(topic, outgoing.message().subject(), type, outgoing.id(), parent));
        if (span == null) {
            return parent;
        }
        endWithTransaction(span);
        return MessageSpans.traceparent(span);
    }

    private static void endWithTransaction(Span span) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            span.end();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_ROLLED_BACK) {
                    span.abandon();
                } else {
                    span.end();
                }
            }
        });
    }
}
