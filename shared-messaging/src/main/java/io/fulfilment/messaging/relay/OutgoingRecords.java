package io.fulfilment.messaging.relay;

import io.fulfilment.messaging.codec.CloudEvent;
import io.fulfilment.messaging.codec.HeadersJson;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Rows of the outbox as records: CloudEvents in binary mode. What many records have in common is made once. For one thread. */
final class OutgoingRecords {

    private static final Header SPEC_VERSION = header(CloudEvent.SPEC_VERSION, CloudEvent.VERSION);
    private static final Header CONTENT_TYPE = header(CloudEvent.CONTENT_TYPE, CloudEvent.JSON);

    private final String service;
    private final Map<String, Header> sources = new HashMap<>();
    private final Map<String, Header> types = new HashMap<>();

    OutgoingRecords(String service) {
        this.service = service;
    }

    ProducerRecord<byte[], byte[]> record(UnpublishedRow row) {
        byte[] subject = bytes(row.key().subject());
        var outgoing = new ProducerRecord<byte[], byte[]>(row.key().topic(), subject, row.body());
        if (row.headers() != null) {
            HeadersJson.read(row.headers()).forEach(outgoing.headers()::add);
        } else {
            addAttributes(outgoing.headers(), row, subject);
        }
        return outgoing;
    }

    private void addAttributes(Headers headers, UnpublishedRow row, byte[] subject) {
        headers.add(SPEC_VERSION);
        add(headers, CloudEvent.ID, row.messageId());
        headers.add(types.computeIfAbsent(row.type(), type -> header(CloudEvent.TYPE, type)));
        headers.add(sources.computeIfAbsent(row.key().topic(), this::source));
        headers.add(CloudEvent.SUBJECT, subject);
        add(headers, CloudEvent.TIME, row.appendedAt());
        add(headers, CloudEvent.SEQUENCE, row.sequence());
        add(headers, CloudEvent.CORRELATION_ID, row.correlationId());
        add(headers, CloudEvent.CAUSATION_ID, row.causationId());
        headers.add(CONTENT_TYPE);
        add(headers, CloudEvent.TRACE_PARENT, row.traceparent());
    }

    private Header source(String topic) {
        return header(CloudEvent.SOURCE, CloudEvent.source(service, topic));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, bytes(value));
    }

    private static void add(Headers headers, String name, @Nullable Object value) {
        if (value != null) {
            headers.add(name, bytes(value.toString()));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
