package io.fulfilment.messaging.group;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Has a consumer hand out batches some time apart, so that what comes meanwhile shares one. The broker could wait for it as
 * well, yet would look through all partitions of the fetch at each record, and this consumer asks anew only with the next
 * poll when a fetch has come back empty.
 */
final class Gathering<K, V> implements InvocationHandler {

    /**
     * The fetch that was on its way when the last batch was handed out came back with the first record after it; what
     * followed is fetched while that one is taken. This is how long that may take.
     */
    private static final Duration SECOND_LOOK = Duration.ofMillis(5);

    /** In bytes. A fetch brings at most twice as many of a partition, and so never many of the larger records. */
    private static final int MUCH = ConsumerConfig.DEFAULT_MAX_PARTITION_FETCH_BYTES / 2;

    private final Consumer<K, V> consumer;
    private final int most;
    private final Pace pace;
    private long notBefore = System.nanoTime();
    private long handedOutAt = notBefore;
    private boolean isHandling;
    private @Nullable RuntimeException deferred;

    private Gathering(Consumer<K, V> consumer, int most, Pace pace) {
        this.consumer = consumer;
        this.most = most;
        this.pace = pace;
    }

    /** @param most the most records that one look of the consumer finds; as many mean that there are more */
    @SuppressWarnings("unchecked")
    static <K, V> Consumer<K, V> around(Consumer<K, V> consumer, int most, Pace pace) {
        return (Consumer<K, V>) Proxy.newProxyInstance(
                Gathering.class.getClassLoader(),
                new Class<?>[] {Consumer.class},
                new Gathering<>(consumer, most, pace));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("poll") && arguments != null && arguments[0] instanceof Duration timeout) {
            return poll(timeout);
        }
        try {
            return method.invoke(consumer, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private ConsumerRecords<K, V> poll(Duration timeout) {
        throwDeferred();
        if (isHandling) {
            isHandling = false;
            notBefore = handedOutAt + pace.nanosBetween(System.nanoTime() - handedOutAt);
        }
        long pause = notBefore - System.nanoTime();
        if (pause > 0) {
            LockSupport.parkNanos(pause);
        }
        long asked = System.nanoTime();
        ConsumerRecords<K, V> records = consumer.poll(timeout);
        if (records.isEmpty()) {
            return records;
        }
        boolean wasThere = pause > 0 && System.nanoTime() - asked < SECOND_LOOK.toNanos();
        boolean backlog = isBacklog(records);
        ConsumerRecords<K, V> all = wasThere && !backlog ? withRest(records) : records;
        handedOutAt = System.nanoTime();
        notBefore = handedOutAt;
        // Of a backlog, there is nothing to wait for.
        isHandling = !backlog;
        return all;
    }

    private boolean isBacklog(ConsumerRecords<K, V> records) {
        if (records.count() >= most) {
            return true;
        }
        long bytes = 0;
        for (ConsumerRecord<K, V> each : records) {
            bytes += each.serializedValueSize();
        }
        return bytes >= MUCH;
    }

    /**
     * What was taken is handed out, whatever comes of the second look, as the consumer counts it as consumed; but for what
     * it has lost with its partition meanwhile, which is another's.
     */
    private ConsumerRecords<K, V> withRest(ConsumerRecords<K, V> first) {
        ConsumerRecords<K, V> second = ConsumerRecords.empty();
        try {
            second = consumer.poll(SECOND_LOOK);
        } catch (RuntimeException e) {
            deferred = e;
        }
        return joined(first, consumer.assignment(), second);
    }

    private void throwDeferred() {
        RuntimeException failure = deferred;
        if (failure != null) {
            deferred = null;
            throw failure;
        }
    }

    private static <K, V> ConsumerRecords<K, V> joined(
            ConsumerRecords<K, V> first, Set<TopicPartition> assigned, ConsumerRecords<K, V> second) {
        var records = new HashMap<TopicPartition, List<ConsumerRecord<K, V>>>();
        var next = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (ConsumerRecords<K, V> part : List.of(first, second)) {
            part.partitions().stream()
                    .filter(assigned::contains)
                    .forEach(partition -> records.computeIfAbsent(partition, _ -> new ArrayList<>())
                            .addAll(part.records(partition)));
            next.putAll(part.nextOffsets());
        }
        next.keySet().retainAll(assigned);
        return new ConsumerRecords<>(records, next);
    }
}
