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
        return jdbc.queryForList("""
                SELECT held_message.reason FROM held_message JOIN held_key ON held_key.id = held_key
                WHERE held_message.message_key = ? AND state = 'PARKED' ORDER BY held_message.id
                """, String.class, key);
    }

    long count() {
        Long count = jdbc.queryForObject(
                "SELECT count(*) FROM held_message JOIN held_key ON held_key.id = held_key WHERE state = 'PARKED'",
                Long.class);
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
