package io.fulfilment.messaging.deadletter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps what was decided. */
public final class Acts {

    private static final int MOST_OF_A_LETTER = 100;

    private static final String ADD = """
            INSERT INTO dead_letter_act (operator, act, reason, letter, message_id, topic, message_key, redrive, filter, keys, messages)
            SELECT ?, ?, ?, asked.letter, message.message_id, message.topic, message.message_key, asked.redrive, asked.filter::jsonb, ?, ?
            FROM (SELECT ?::bigint AS letter, ?::bigint AS redrive, ?::text AS filter) AS asked
            LEFT JOIN held_message AS message ON message.id = asked.letter
            """;

    private static final String LIST = "SELECT * FROM dead_letter_act WHERE id < ? ORDER BY id DESC LIMIT ?";

    /** With those about many of which it was one. */
    private static final String OF_LETTER = """
            SELECT * FROM dead_letter_act
            WHERE letter = ? OR redrive IN (SELECT redrive FROM redrive_key WHERE held_key = ?)
            ORDER BY id DESC LIMIT ?
            """;

    private final JdbcTemplate jdbc;

    Acts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What an act is about.
     *
     * @param letter null where it is about many
     */
    record About(
            @Nullable Long letter,
            @Nullable Long redrive,
            @Nullable DeadLetterFilter filter,
            Extent extent) {}

    /** With the current transaction. */
    void add(Act.Kind act, Decision decision, About about) {
        jdbc.update(
                ADD,
                decision.by(),
                act.name(),
                decision.reason(),
                about.extent().keys(),
                about.extent().messages(),
                about.letter(),
                about.redrive(),
                Rows.json(about.filter()));
    }

    /** The latest first, from before one of them on. */
    public List<Act> list(long before, int limit) {
        return jdbc.query(LIST, (row, number) -> Act.of(row), before, limit);
    }

    List<Act> of(long letter, long key) {
        return jdbc.query(OF_LETTER, (row, number) -> Act.of(row), letter, key, MOST_OF_A_LETTER);
    }
}
