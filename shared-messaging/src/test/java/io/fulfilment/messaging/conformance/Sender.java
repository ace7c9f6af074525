package io.fulfilment.messaging.conformance;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts records on topics that no relay has sent. */
final class Sender implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer;

    Sender(Broker broker) {
        this.producer = new KafkaProducer<>(
                // A broker that was killed may not know an idempotent producer any more, which then tries for ever.
                Map.of(
                        "bootstrap.servers",
                        broker.direct(),
                        "max.request.size",
                        2 * 1024 * 1024,
                        "enable.idempotence",
                        false,
                        "max.in.flight.requests.per.connection",
                        1),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** Returns when the broker has it, and where. */
    Place send(ProducerRecord<byte[], byte[]> outgoing) {
        return send(List.of(outgoing)).getFirst();
    }

    /** As {@link #send(ProducerRecord)}, many. */
    List<Place> send(List<ProducerRecord<byte[], byte[]>> outgoing) {
        List<Future<RecordMetadata>> sending =
                outgoing.stream().map(producer::send).toList();
        return sending.stream().map(Sender::await).toList();
    }

    private static Place await(Future<RecordMetadata> sending) {
        try {
            return Place.of(sending.get(2, TimeUnit.MINUTES));
        } catch (ExecutionException e) {
            throw new IllegalStateException("not sent", e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("not acknowledged", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
