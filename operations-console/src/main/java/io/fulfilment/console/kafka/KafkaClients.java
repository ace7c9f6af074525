package io.fulfilment.console.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Clients of a cluster, made where they are needed: none can be made while the cluster's name is not known. */
record KafkaClients(String bootstrapServers, Duration patience) {

    private static final int A_FEW_RECORDS = 16 * 1024;

    Admin admin() {
        return Admin.create(common());
    }

    /** In no group: it reads single records, and leaves no trace. */
    Consumer<byte[], byte[]> reader() {
        Map<String, Object> settings = common();
        settings.putAll(Map.of(
                "enable.auto.commit",
                false,
                "auto.offset.reset",
                "earliest",
                "max.poll.records",
                1,
                "max.partition.fetch.bytes",
                A_FEW_RECORDS,
                "fetch.max.wait.ms",
                50));
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> common() {
        int millis = Math.toIntExact(patience.toMillis());
        return new HashMap<>(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "client.id",
                "operations-console",
                "request.timeout.ms",
                millis,
                "default.api.timeout.ms",
                millis,
                "reconnect.backoff.max.ms",
                1_000,
                "enable.metrics.push",
                false));
    }
}
