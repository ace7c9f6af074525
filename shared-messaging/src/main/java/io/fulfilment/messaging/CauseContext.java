package io.fulfilment.messaging;

import io.fulfilment.messaging.trace.MessageSpans;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Lets a thread go on with what a message began, elsewhere than in its handler: a call that is made after the commit, say.
 * While it does, spans and the requests of instrumented HTTP clients belong to the message's trace, log lines have its
 * {@code correlationId}, and so has the baggage. What isn't traced stays so.
 */
public final class CauseContext {

    private final MessageSpans spans;

    public CauseContext(MessageSpans spans) {
        this.spans = spans;
    }

    /** Lasts until it is closed, by the thread that has entered it. */
    public interface Scope extends AutoCloseable {

        @Override
        void close();
    }

    /** @param cause null if nobody knows it any more: then nothing changes */
    public Scope enter(@Nullable Cause cause) {
        return cause == null ? () -> {} : entered(cause);
    }

    private Scope entered(Cause cause) {
        MDC.MDCCloseable field =
                MDC.putCloseable("correlationId", cause.correlationId().toString());
        MessageSpans.Scope trace = spans.resume(cause);
        MessageSpans.Scope baggage = spans.correlate(cause.correlationId());
        return () -> {
            baggage.close();
            trace.close();
            field.close();
        };
    }
}
