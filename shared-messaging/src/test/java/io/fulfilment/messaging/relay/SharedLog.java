package io.fulfilment.messaging.relay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What the producers of several replicas have sent, one after the other. */
final class SharedLog {

    private final List<Sent> all = new ArrayList<>();

    /** @param by the name of the replica */
    record Sent(String by, String key, long sequence) {}

    /** @param beforeEach called on the replica's thread; what it holds up stands still like a process that is paused */
    MockProducer<byte[], byte[]> producer(String by, Runnable beforeEach) {
        return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()) {
            @Override
            public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> outgoing, Callback callback) {
                beforeEach.run();
                add(by, outgoing);
                return super.send(outgoing, callback);
            }

            @Override
            public void flush() {
                if (!closed()) {
                    super.flush();
                }
            }
        };
    }

    private synchronized void add(String by, ProducerRecord<byte[], byte[]> sent) {
        byte[] sequence = sent.headers().lastHeader("ce_sequence").value();
        all.add(new Sent(
                by,
                new String(sent.key(), StandardCharsets.UTF_8),
                Long.parseLong(new String(sequence, StandardCharsets.UTF_8))));
    }

    synchronized List<Sent> all() {
        return List.copyOf(all);
    }

    /** Of each key, the last of the sequences that came one after the other from 1 on, and how many came before their turn. */
    synchronized InOrder inOrder() {
        var last = new HashMap<String, Long>();
        int early = 0;
        for (Sent sent : all) {
            long expected = last.getOrDefault(sent.key(), 0L) + 1;
            early += sent.sequence() > expected ? 1 : 0;
            if (sent.sequence() == expected) {
                last.put(sent.key(), expected);
            }
        }
        return new InOrder(last, early);
    }

    record InOrder(Map<String, Long> last, int early) {}
}
