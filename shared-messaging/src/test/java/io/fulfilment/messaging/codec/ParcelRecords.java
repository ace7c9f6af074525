package io.fulfilment.messaging.codec;

import io.fulfilment.events.Message;
import io.fulfilment.events.Topic;
import io.fulfilment.events.TypeName;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Parcel events as they come from Kafka. */
public final class ParcelRecords {

    private static final MessageJson JSON = new MessageJson();

    private ParcelRecords() {}

    public static ConsumerRecord<byte[], byte[]> of(Message message) {
        return of(TypeName.of(message.getClass()).toString(), message);
    }

    static ConsumerRecord<byte[], byte[]> of(String type, Message message) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(CloudEvent.SPEC_VERSION, CloudEvent.VERSION);
        headers.put(CloudEvent.ID, UUID.randomUUID().toString());
        headers.put(CloudEvent.TYPE, type);
        headers.put(CloudEvent.SOURCE, "/test/order.events");
        headers.put(CloudEvent.SUBJECT, message.subject());
        headers.put(CloudEvent.TIME, "2026-01-02T03:04:05.678Z");
        headers.put(CloudEvent.SEQUENCE, "1");
        headers.put(CloudEvent.CORRELATION_ID, UUID.randomUUID().toString());
        headers.put(CloudEvent.CONTENT_TYPE, CloudEvent.JSON);
        var origin = new ConsumerRecord<>(
                Topic.ORDER_EVENTS.topicName(), 0, 0, bytes(message.subject()), JSON.write(message));
        headers.forEach((name, value) -> origin.headers().add(name, bytes(value)));
        return origin;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
