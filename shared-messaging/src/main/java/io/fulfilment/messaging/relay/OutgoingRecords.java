package io.fulfilment.messaging.relay;

import io.fulfilment.messaging.codec.CloudEvent;
import io.fulfilment.messaging.codec.HeadersJson;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Rows of the outbox as records: CloudEvents in binary mode. */
final class OutgoingRecords {

    private final String service;

    OutgoingRecords(String service) {
        this.service = service;
    }

    ProducerRecord<byte[], byte[]> record(UnpublishedRow row) {
        var outgoing = new ProducerRecord<byte[], byte[]>(
                row.key().topic(), bytes(row.key().subject()), row.body());
        if (row.headers() != null) {
            HeadersJson.read(row.headers()).forEach(outgoing.headers()::add);
        } else {
            addAttributes(outgoing.headers(), row);
        }
        return outgoing;
    }

    private void addAttributes(Headers headers, UnpublishedRow row) {
        add(headers, CloudEvent.SPEC_VERSION, CloudEvent.VERSION);
        add(headers, CloudEvent.ID, row.messageId());
        add(headers, CloudEvent.TYPE, row.type());
        add(headers, CloudEvent.SOURCE, CloudEvent.source(service, row.key().topic()));
        add(headers, CloudEvent.SUBJECT, row.key().subject());
        add(headers, CloudEvent.TIME, row.appendedAt());
        add(headers, CloudEvent.SEQUENCE, row.sequence());
        add(headers, CloudEvent.CORRELATION_ID, row.correlationId());
        add(headers, CloudEvent.CAUSATION_ID, row.causationId());
        add(headers, CloudEvent.CONTENT_TYPE, CloudEvent.JSON);
        add(headers, CloudEvent.TRACE_PARENT, row.traceparent());
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
