package io.fulfilment.messaging.relay;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A producer whose n-th send fails as a test says: at once, or on the thread that talks to the broker. */
final class ScriptedProducer extends MockProducer<byte[], byte[]> {

    private final Map<Integer, RuntimeException> onTheWay = new HashMap<>();
    private final Map<Integer, RuntimeException> refused = new HashMap<>();
    private int sends;

    ScriptedProducer() {
        super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    }

    void failOnTheWay(int nth, RuntimeException error) {
        onTheWay.put(nth, error);
    }

    void refuse(int nth, RuntimeException error) {
        refused.put(nth, error);
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> outgoing, Callback callback) {
        sends++;
        if (refused.containsKey(sends)) {
            callback.onCompletion(null, refused.get(sends));
            return CompletableFuture.failedFuture(refused.get(sends));
        }
        if (!onTheWay.containsKey(sends)) {
            return super.send(outgoing, callback);
        }
        RuntimeException error = onTheWay.get(sends);
        super.send(outgoing);
        CompletableFuture.runAsync(() -> callback.onCompletion(null, error)).join();
        return CompletableFuture.failedFuture(error);
    }

    @Override
    public void flush() {
        if (!closed()) {
            super.flush();
        }
    }
}
