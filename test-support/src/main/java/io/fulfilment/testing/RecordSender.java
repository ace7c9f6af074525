package io.fulfilment.testing;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Puts records on topics as they are, however malformed. */
public final class RecordSender implements AutoCloseable {

    private final KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Infrastructure.shared().kafkaBootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());

    /** Returns when the broker has the record, and where. */
    public RecordMetadata send(ProducerRecord<byte[], byte[]> outgoing) {
        try {
            return producer.send(outgoing).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("not sent", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
