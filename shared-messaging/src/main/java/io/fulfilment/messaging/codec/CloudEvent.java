package io.fulfilment.messaging.codec;

import java.util.Set;

/** The names that CloudEvents 1.0 attributes have as Kafka headers, in binary mode. */
public final class CloudEvent {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String SEQUENCE = "ce_sequence";
    public static final String CORRELATION_ID = "ce_correlationid";
    public static final String CAUSATION_ID = "ce_causationid";
    public static final String TRACE_PARENT = "traceparent";
    public static final String CONTENT_TYPE = "content-type";

    public static final String VERSION = "1.0";
    public static final String JSON = "application/json";

    static final Set<String> NAMES = Set.of(
            SPEC_VERSION,
            ID,
            TYPE,
            SOURCE,
            SUBJECT,
            TIME,
            SEQUENCE,
            CORRELATION_ID,
            CAUSATION_ID,
            TRACE_PARENT,
            CONTENT_TYPE);

    private CloudEvent() {}

    /** The attribute {@code source}: sequences count within a service and topic. */
    public static String source(String service, String topic) {
        return "/" + service + "/" + topic;
    }
}
