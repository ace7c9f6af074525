package io.fulfilment.messaging.trace;

import io.fulfilment.messaging.Envelope;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.MDC;

/** Fields of the log lines that are written while a message is handled. */
public final class LogFields implements AutoCloseable {

    private final Deque<MDC.MDCCloseable> fields = new ArrayDeque<>();

    private LogFields() {}

    /** Until closed, on this thread. */
    public static LogFields of(Envelope envelope) {
        var fields = new LogFields();
        fields.put("correlationId", envelope.correlationId());
        fields.put("messageTopic", envelope.topic());
        fields.put("messageId", envelope.id());
        fields.put("messageType", envelope.type());
        fields.put("messageKey", envelope.subject());
        return fields;
    }

    private void put(String name, Object value) {
        fields.push(MDC.putCloseable(name, value.toString()));
    }

    @Override
    public void close() {
        fields.forEach(MDC.MDCCloseable::close);
    }
}
