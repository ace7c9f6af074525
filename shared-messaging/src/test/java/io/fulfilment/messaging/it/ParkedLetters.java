package io.fulfilment.messaging.it;

import io.fulfilment.events.Topic;
import io.fulfilment.testing.TopicReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the small service has parked. */
record ParkedLetters(JdbcTemplate jdbc) {

    List<@Nullable String> reasons(String key) {
        return jdbc.queryForList(
                "SELECT reason FROM dead_letter WHERE message_key = ? ORDER BY record_offset", String.class, key);
    }

    long count() {
        Long count = jdbc.queryForObject("SELECT count(*) FROM dead_letter", Long.class);
        return count == null ? 0 : count;
    }

    List<ConsumerRecord<byte[], byte[]>> copies(String key) {
        try (var reader = TopicReader.of(Topic.deadLettersOf("inventory-service"))) {
            return reader.records(key);
        }
    }

    static String header(ConsumerRecord<byte[], byte[]> copy, String name) {
        return new String(copy.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
