package io.fulfilment.messaging.it;

import io.fulfilment.messaging.Received;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the small service did: a row for each message handled. */
final class Effects {

    private final JdbcTemplate jdbc;
    private final Map<UUID, Consumer<Received<?>>> faults = new ConcurrentHashMap<>();

    Effects(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void on(Received<?> received) {
        var envelope = received.envelope();
        jdbc.update(
                "INSERT INTO effect (message_id, type, subject, sequence) VALUES (?, ?, ?, ?)",
                envelope.id(),
                envelope.type().toString(),
                envelope.subject(),
                envelope.sequence());
        faults.getOrDefault(envelope.id(), nothing -> {}).accept(received);
    }

    /** Has the handler do something more with a message, such as throw. */
    void when(UUID messageId, Consumer<Received<?>> fault) {
        faults.put(messageId, fault);
    }

    /** The sequences of the messages of a subject in the order in which they took effect. */
    List<@Nullable Long> sequencesOf(String subject) {
        return jdbc.queryForList("SELECT sequence FROM effect WHERE subject = ? ORDER BY id", Long.class, subject);
    }
}
