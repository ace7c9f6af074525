package io.fulfilment.messaging.consumer;

import io.fulfilment.events.TypeName;
import io.fulfilment.events.inventory.InventoryCommand.ReleaseStock;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.messaging.Envelope;
import io.fulfilment.messaging.Received;
import io.fulfilment.messaging.codec.Incoming.Readable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Messages as they come out of the codec. */
final class Messages {

    private Messages() {}

    /** @param text {@code key:Type} */
    static Readable readable(String text) {
        String[] parts = text.split(":");
        var origin = new ConsumerRecord<>("topic", 0, 0, parts[0].getBytes(StandardCharsets.UTF_8), new byte[0]);
        var envelope = new Envelope(
                UUID.randomUUID(),
                new TypeName("test." + parts[1], 1),
                "/test/topic",
                parts[0],
                1,
                Instant.EPOCH,
                UUID.randomUUID(),
                null,
                null,
                "topic",
                0,
                0);
        var message = new ReleaseStock(new SagaId(UUID.randomUUID()), new OrderId(UUID.randomUUID()));
        return new Readable(origin, new Received<>(message, envelope));
    }
}
