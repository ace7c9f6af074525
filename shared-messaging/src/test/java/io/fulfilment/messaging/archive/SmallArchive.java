package io.fulfilment.messaging.archive;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Keeps everything in memory. */
@SpringBootConfiguration
@EnableAutoConfiguration
class SmallArchive {

    @Bean
    Memory memory(ObjectProvider<MessageListenerContainer> containers) {
        return new Memory(containers);
    }

    /** Takes each offset once, and in turn. */
    static final class Memory implements RecordSink {

        private final ObjectProvider<MessageListenerContainer> containers;
        private final Map<Partition, Long> positions = new HashMap<>();
        private final List<StoredRecord> records = new ArrayList<>();
        private int refusals;

        Memory(ObjectProvider<MessageListenerContainer> containers) {
            this.containers = containers;
        }

        @Override
        public synchronized Map<Partition, Long> positions(Set<Partition> partitions) {
            return Map.copyOf(positions);
        }

        @Override
        public synchronized void accept(List<StoredRecord> more) {
            if (refusals > 0) {
                refusals--;
                throw new IllegalStateException("refused");
            }
            more.forEach(this::accept);
        }

        private void accept(StoredRecord one) {
            long expected = positions.getOrDefault(one.partition(), 0L);
            if (one.offset() != expected) {
                throw new IllegalStateException("expected offset " + expected + " but got " + one.offset());
            }
            positions.put(one.partition(), expected + 1);
            records.add(one);
        }

        synchronized void refuse(int times) {
            refusals = times;
        }

        synchronized int refusalsLeft() {
            return refusals;
        }

        void stopAndForget(String topic) {
            containers.getObject().stop();
            synchronized (this) {
                positions.keySet().removeIf(partition -> partition.topic().equals(topic));
                records.removeIf(one -> one.partition().topic().equals(topic));
            }
            containers.getObject().start();
        }

        synchronized List<String> bodiesOf(String key) {
            return records.stream()
                    .filter(one -> one.key() != null && key.equals(new String(one.key(), StandardCharsets.UTF_8)))
                    .map(one -> one.value() == null ? "" : new String(one.value(), StandardCharsets.UTF_8))
                    .toList();
        }
    }
}
