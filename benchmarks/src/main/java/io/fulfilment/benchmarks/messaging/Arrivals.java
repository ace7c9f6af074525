package io.fulfilment.benchmarks.messaging;

import io.fulfilment.benchmarks.messaging.service.KeyOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Takes messages as they arrive: whether each key's are in order, and when each came first. */
final class Arrivals {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<UUID, Long> firstSeen = new HashMap<>();
    private KeyOrder order = new KeyOrder();

    Arrivals(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /**
     * @param patience how long a pause may be in which nothing new comes
     * @return what came until there were so many in order, or nothing more
     */
    KeyOrder.Seen take(int count, Duration patience) {
        order = new KeyOrder();
        firstSeen.clear();
        long progressAt = System.nanoTime();
        while (order.seen().inOrder() < count && System.nanoTime() - progressAt < patience.toNanos()) {
            int before = order.seen().inOrder();
            for (var message : consumer.poll(POLL)) {
                note(message, System.nanoTime());
            }
            progressAt = order.seen().inOrder() > before ? System.nanoTime() : progressAt;
        }
        return order.seen();
    }

    private void note(ConsumerRecord<byte[], byte[]> message, long now) {
        order.see(header(message, "ce_subject"), Long.parseLong(header(message, "ce_sequence")));
        firstSeen.putIfAbsent(UUID.fromString(header(message, "ce_id")), now);
    }

    private static String header(ConsumerRecord<byte[], byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Nullable
    Long firstSeen(UUID id) {
        return firstSeen.get(id);
    }
}
