package io.fulfilment.messaging.deadletter;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** Which message of a held key has its turn. */
final class Turns {

    /** The first that is the next of its sender, or has no sequence of which it could be the next. */
    private static final String NEXT = "SELECT " + HeldMessage.COLUMNS + """
            FROM held_message AS message
            LEFT JOIN LATERAL (
                SELECT last FROM inbox_sequence AS noted
                WHERE noted.source = message.source AND noted.subject = message.subject OFFSET 0) AS reached ON true
            LEFT JOIN held_message AS until ON until.id = ?::bigint
            WHERE message.held_key = ? AND (? OR message.source IS NULL
              OR message.sequence <= coalesce(reached.last, CASE WHEN ? THEN message.sequence - 1 ELSE 0 END) + 1)
              AND %s
            ORDER BY message.id LIMIT 1 FOR UPDATE OF message
            """.formatted(HeldMessage.UP_TO);

    private static final String HAS_DISCARDED =
            "SELECT EXISTS (SELECT FROM held_message WHERE held_key = ? AND discarded)";

    /** Up to the message before which a gap is accepted. Of what is discarded as a whole, any. */
    private static final String NEXT_OVER_GAP = "SELECT " + HeldMessage.COLUMNS + """
            FROM held_message AS message
            LEFT JOIN held_message AS until ON until.id = ?::bigint
            LEFT JOIN held_message AS behind ON behind.id = ?::bigint AND behind.held_key = message.held_key
            WHERE message.held_key = ?
              AND (message.source = behind.source AND message.sequence <= behind.sequence
                OR NOT EXISTS (SELECT FROM held_message AS standing WHERE standing.held_key = ? AND NOT standing.discarded))
              AND %s
            ORDER BY message.sequence, message.id LIMIT 1 FOR UPDATE OF message
            """.formatted(HeldMessage.UP_TO);

    private static final RowMapper<HeldMessage> MESSAGE = (row, number) -> HeldMessage.of(row);

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
        return first(jdbc.query(NEXT_OVER_GAP, MESSAGE, key.until(), key.gapBefore(), key.id(), key.id()))
                .map(HeldMessage::behindGap);
    }

    private static <T> Optional<T> first(List<T> found) {
        return found.stream().findFirst();
    }
}
