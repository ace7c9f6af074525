package io.fulfilment.messaging.deadletter;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * Which message of a held key has its turn. What is discarded and has no place of its own waits for a gap that shows behind it, and
 * takes one of the places that are missing there, if there is at least one such message for each of them.
 */
final class Turns {

    /** The first that is the next of its sender, or has no sequence of which it could be the next. */
    private static final String NEXT = "SELECT " + HeldMessage.COLUMNS + """
            FROM held_message AS message
            LEFT JOIN inbox_sequence AS reached ON reached.source = message.source AND reached.subject = message.subject
            LEFT JOIN held_message AS until ON until.id = ?::bigint
            WHERE message.held_key = ? AND (? OR CASE WHEN message.source IS NULL THEN NOT message.discarded
              ELSE message.sequence <= coalesce(reached.last, CASE WHEN ? THEN message.sequence - 1 ELSE 0 END) + 1 END)
              AND %s
            ORDER BY message.id LIMIT 1 FOR UPDATE OF message
            """.formatted(HeldMessage.UP_TO);

    private static final String HAS_DISCARDED =
            "SELECT EXISTS (SELECT FROM held_message WHERE held_key = ? AND discarded)";

    private static final String PLACELESS = "SELECT " + HeldMessage.COLUMNS + """
            FROM held_message AS message WHERE message.held_key = ? AND message.discarded AND message.source IS NULL
            ORDER BY message.id LIMIT 1 FOR UPDATE
            """;

    /** The first place that is missing before the first message before which those without a place can fill the gap. */
    private static final String TO_FILL = """
            SELECT message.source, message.subject, coalesce(reached.last, 0) + 1 AS sequence
            FROM held_message AS message
            LEFT JOIN inbox_sequence AS reached ON reached.source = message.source AND reached.subject = message.subject
            LEFT JOIN held_message AS until ON until.id = ?::bigint
            WHERE message.held_key = ? AND message.source IS NOT NULL AND %s
              AND message.sequence - coalesce(reached.last, 0) - 1
                  <= (SELECT count(*) FROM held_message AS placeless
                      WHERE placeless.held_key = message.held_key AND placeless.discarded AND placeless.source IS NULL
                        AND placeless.id < message.id)
            ORDER BY message.id LIMIT 1
            """.formatted(HeldMessage.UP_TO);

    /** Up to the message before which a gap is accepted; what has no place is part of the gap. Of what is discarded as a whole, any. */
    private static final String NEXT_OVER_GAP = "SELECT " + HeldMessage.COLUMNS + """
            FROM held_message AS message
            LEFT JOIN held_message AS until ON until.id = ?::bigint
            LEFT JOIN held_message AS behind ON behind.id = ?::bigint AND behind.held_key = message.held_key
            WHERE message.held_key = ?
              AND (message.source = behind.source AND message.sequence <= behind.sequence
                OR message.source IS NULL AND message.discarded AND message.id < behind.id
                OR NOT EXISTS (SELECT FROM held_message AS standing WHERE standing.held_key = ? AND NOT standing.discarded))
              AND %s
            ORDER BY message.source IS NOT NULL, message.sequence, message.id LIMIT 1 FOR UPDATE OF message
            """.formatted(HeldMessage.UP_TO);

    private static final RowMapper<HeldMessage> MESSAGE = (row, number) -> HeldMessage.of(row);
    private static final RowMapper<HeldMessage.Place> PLACE = (row, number) ->
            new HeldMessage.Place(row.getString("source"), row.getString("subject"), row.getLong("sequence"));

    private final JdbcTemplate jdbc;
    private final boolean joinsLate;

    Turns(JdbcTemplate jdbc, boolean joinsLate) {
        this.jdbc = jdbc;
        this.joinsLate = joinsLate;
    }

    Optional<HeldMessage> next(HeldKey key) {
        return first(jdbc.query(NEXT, MESSAGE, key.until(), key.id(), key.messageKey() == null, joinsLate))
                .or(() -> key.gapBefore() != null || hasDiscarded(key) ? behindGap(key) : Optional.empty());
    }

    private boolean hasDiscarded(HeldKey key) {
        return Boolean.TRUE.equals(jdbc.queryForObject(HAS_DISCARDED, Boolean.class, key.id()));
    }

    private Optional<HeldMessage> behindGap(HeldKey key) {
        return filling(key)
                .or(() -> first(jdbc.query(NEXT_OVER_GAP, MESSAGE, key.until(), key.gapBefore(), key.id(), key.id()))
                        .map(HeldMessage::behindGap));
    }

    private Optional<HeldMessage> filling(HeldKey key) {
        return first(jdbc.query(PLACELESS, MESSAGE, key.id()))
                .flatMap(placeless ->
                        first(jdbc.query(TO_FILL, PLACE, key.until(), key.id())).map(placeless::filling));
    }

    private static <T> Optional<T> first(List<T> found) {
        return found.stream().findFirst();
    }
}
