package io.fulfilment.console.kafka;

import io.fulfilment.console.lag.ConsumerGroups;
import io.fulfilment.console.lag.Look;
import io.fulfilment.console.lag.Unread;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

/** Sees them through Kafka's admin client, and reads the times of messages with a consumer that is in no group. */
final class KafkaConsumerGroups implements ConsumerGroups, AutoCloseable {

    private final KafkaClients clients;
    private @Nullable Admin admin;
    private @Nullable Consumer<byte[], byte[]> reader;

    KafkaConsumerGroups(KafkaClients clients) {
        this.clients = clients;
    }

    @Override
    public synchronized Look offsets() {
        return Answers.outageOf(() -> GroupOffsets.look(admin()));
    }

    @Override
    public synchronized Map<Unread, Optional<Instant>> timesOf(Collection<Unread> places) {
        return Answers.outageOf(() -> new RecordTimes(reader()).of(places));
    }

    private Admin admin() {
        if (admin == null) {
            admin = clients.admin();
        }
        return admin;
    }

    private Consumer<byte[], byte[]> reader() {
        if (reader == null) {
            reader = clients.reader();
        }
        return reader;
    }

    @Override
    public synchronized void close() {
        if (admin != null) {
            admin.close(clients.patience());
        }
        if (reader != null) {
            reader.close(CloseOptions.timeout(clients.patience()));
        }
    }
}
