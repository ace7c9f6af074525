package io.fulfilment.benchmarks.messaging;

import io.fulfilment.benchmarks.messaging.service.Load;
import io.fulfilment.events.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** How fast records get into a topic, and out of it again, with one client each and nothing around it. */
final class BrokerLimits {

    private static final String TOPIC = "benchmark.limits";
    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final OwnStack stack;
    private final Faults faults;

    BrokerLimits(OwnStack stack, Faults faults) {
        this.stack = stack;
        this.faults = faults;
    }

    List<Measured> measure(int records, int warmUp) throws ExecutionException, InterruptedException {
        createTopic();
        try (var topic = new EventTopic(stack.bootstrapServers(), TOPIC)) {
            // Answered by the leader of each partition. Without one, first batches would be refused and tried again.
            faults.check("records in a new topic", 0, topic.size());
            Measured produced = produce(records, warmUp);
            try (var consumer = topic.fromBeginning()) {
                int consumed = consume(consumer, warmUp).count();
                return List.of(produced, consume(consumer, warmUp + records - consumed));
            }
        }
    }

    private void createTopic() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Topic.PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    private Measured produce(int records, int warmUp) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                stack.bootstrapServers(),
                "enable.idempotence",
                true,
                "acks",
                "all",
                "linger.ms",
                5,
                "batch.size",
                128 * 1024,
                "enable.metrics.push",
                false);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            produce(producer, warmUp);
            return produce(producer, records);
        }
    }

    private Measured produce(KafkaProducer<byte[], byte[]> producer, int records) {
        var load = new Load("limits", records);
        var acknowledged = new AtomicInteger();
        Cost before = Cost.soFar(stack.pids());
        long start = System.nanoTime();
        for (int number = 0; number < records; number++) {
            producer.send(RawRecords.record(TOPIC, load.key(number)), (metadata, error) -> {
                if (error == null) {
                    acknowledged.incrementAndGet();
                }
            });
        }
        producer.flush();
        long end = System.nanoTime();
        faults.check("records produced", records, acknowledged.get());
        return Measured.of(
                "idempotent producer",
                records,
                end - start,
                Cost.soFar(stack.pids()).minus(before),
                0);
    }

    /** Takes at least so many: a poll that brings some brings more. */
    private Measured consume(KafkaConsumer<byte[], byte[]> consumer, int records) {
        Cost before = Cost.soFar(stack.pids());
        long start = System.nanoTime();
        long last = start;
        int consumed = 0;
        while (consumed < records && System.nanoTime() - last < PAUSE.toNanos()) {
            int more = consumer.poll(Duration.ofMillis(100)).count();
            consumed += more;
            last = more > 0 ? System.nanoTime() : last;
        }
        faults.check("records consumed, at least", records, Math.min(records, consumed));
        return Measured.of(
                "consumer", consumed, last - start, Cost.soFar(stack.pids()).minus(before), 0);
    }
}
