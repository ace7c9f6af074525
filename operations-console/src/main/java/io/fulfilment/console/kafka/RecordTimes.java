package io.fulfilment.console.kafka;

import io.fulfilment.console.lag.Unread;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the times of single records. */
record RecordTimes(Consumer<byte[], byte[]> reader) {

    private static final Logger LOG = LoggerFactory.getLogger(RecordTimes.class);
    private static final Duration BUDGET = Duration.ofMillis(500);

    /**
     * A consumer is at one place of a partition: where groups are at several, each has its turn, with its share of the time that
     * is left.
     */
    Map<Unread, Optional<Instant>> of(Collection<Unread> places) {
        long deadline = System.nanoTime() + BUDGET.toNanos();
        Map<Unread, Optional<Instant>> found = new HashMap<>();
        var rounds = rounds(places);
        for (int left = rounds.size(); left > 0; left--) {
            long now = System.nanoTime();
            read(rounds.get(rounds.size() - left), now + (deadline - now) / left, found);
        }
        return found;
    }

    private static List<Map<TopicPartition, Unread>> rounds(Collection<Unread> places) {
        List<Map<TopicPartition, Unread>> rounds = new ArrayList<>();
        for (Unread place : places) {
            var partition = new TopicPartition(place.topic(), place.partition());
            Map<TopicPartition, Unread> round = rounds.stream()
                    .filter(candidate -> !candidate.containsKey(partition))
                    .findFirst()
                    .orElseGet(() -> {
                        rounds.add(new HashMap<>());
                        return rounds.getLast();
                    });
            round.put(partition, place);
        }
        return rounds;
    }

    private void read(Map<TopicPartition, Unread> wanted, long deadline, Map<Unread, Optional<Instant>> found) {
        try {
            reader.assign(wanted.keySet());
            reader.resume(wanted.keySet());
            wanted.forEach((partition, place) -> reader.seek(partition, place.offset()));
            while (!wanted.isEmpty() && System.nanoTime() < deadline) {
                poll(wanted, deadline, found);
            }
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            // Where lag is known, an age that isn't must not hide it.
            LOG.debug("The times of some messages are not known", e);
        }
    }

    private void poll(Map<TopicPartition, Unread> wanted, long deadline, Map<Unread, Optional<Instant>> found) {
        var records = reader.poll(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        for (ConsumerRecord<byte[], byte[]> unread : records) {
            var partition = new TopicPartition(unread.topic(), unread.partition());
            settle(partition, wanted, found, Optional.of(Instant.ofEpochMilli(unread.timestamp())));
        }
        List.copyOf(wanted.entrySet()).stream()
                .filter(left -> isAtEnd(left.getKey(), left.getValue()))
                .forEach(left -> settle(left.getKey(), wanted, found, Optional.empty()));
    }

    /** Without waiting for it: others in the round are there to be read. */
    private boolean isAtEnd(TopicPartition partition, Unread place) {
        try {
            return reader.position(partition, Duration.ZERO) >= place.end();
        } catch (TimeoutException e) {
            LOG.debug("{} is nowhere yet", partition, e);
            return false;
        }
    }

    private void settle(
            TopicPartition partition,
            Map<TopicPartition, Unread> wanted,
            Map<Unread, Optional<Instant>> found,
            Optional<Instant> time) {
        Unread place = wanted.remove(partition);
        if (place != null) {
            found.put(place, time);
            reader.pause(List.of(partition));
        }
    }
}
