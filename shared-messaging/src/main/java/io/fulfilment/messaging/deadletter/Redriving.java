package io.fulfilment.messaging.deadletter;

import io.fulfilment.messaging.deadletter.Acts.About;
import io.fulfilment.messaging.deadletter.RedriveTable.Choice;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Has parked keys delivered again, each in its sequence. Each message is tried as often as one that has just come; the first that
 * fails to the last attempt parks its key again. A gap that a key stands still for is accepted.
 */
public final class Redriving {

    private static final int ONE_KEY = 1;

    private static final String EXTENT = """
            SELECT count(*) AS keys, coalesce(sum(%s), 0) AS messages FROM %s WHERE held.state = 'PARKED' AND %%s
            """.formatted(ParkedKeys.MESSAGES, ParkedKeys.FIRSTS);

    private static final String IS_LAST = """
            SELECT NOT EXISTS (SELECT FROM held_message AS message JOIN held_message AS until ON until.id = ?
                               WHERE message.held_key = until.held_key AND NOT message.discarded AND NOT %s)
            """.formatted(HeldMessage.UP_TO);

    private final JdbcTemplate jdbc;
    private final ActTransaction transaction;
    private final RedriveTable table;
    private final Redrives redrives;
    private final Acts acts;
    private final Runnable afterwards;

    /** @param afterwards told when keys may be due */
    Redriving(JdbcTemplate jdbc, ActTransaction transaction, Redrives redrives, Acts acts, Runnable afterwards) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.table = new RedriveTable(jdbc);
        this.redrives = redrives;
        this.acts = acts;
        this.afterwards = afterwards;
    }

    /** How much {@link #redrive(DeadLetterFilter, int, Decision)} would be about now. */
    public Extent extent(DeadLetterFilter filter) {
        var condition = Condition.of(filter);
        return Objects.requireNonNull(jdbc.queryForObject(
                EXTENT.formatted(condition.sql()),
                (row, number) -> new Extent(row.getLong(1), row.getLong(2)),
                condition.values().toArray()));
    }

    /**
     * Redrives the key of a dead letter, up to and including it; what stands behind it goes on standing still.
     *
     * @param whole also what stands behind it
     * @throws DeadLetterRefused if it isn't parked
     */
    public Redrive redrive(long letter, boolean whole, Decision decision) {
        return begin(() -> {
            long key = new ParkedKeys(jdbc).lockKeyOf(letter);
            boolean all = whole || Boolean.TRUE.equals(jdbc.queryForObject(IS_LAST, Boolean.class, letter));
            var condition = new Condition("held.id = ?", List.of(key));
            return redrive(new Choice(condition, null, letter, all ? null : letter), ONE_KEY, decision);
        });
    }

    /** Redrives the keys that stand still for a message that the filter finds, at most so many a second. */
    public Redrive redrive(DeadLetterFilter filter, int perSecond, Decision decision) {
        return begin(() -> redrive(new Choice(Condition.of(filter), filter, null, null), perSecond, decision));
    }

    private Redrive begin(Supplier<Redrive> act) {
        Redrive begun = transaction.execute(act);
        afterwards.run();
        return begun;
    }

    private Redrive redrive(Choice choice, int perSecond, Decision decision) {
        long id = table.begin(choice, perSecond, decision);
        Extent extent = table.sum(id);
        acts.add(Act.Kind.REDRIVE, decision, new About(choice.letter(), id, choice.filter(), extent));
        return redrives.get(id);
    }

    /**
     * Parks again what still waits; what is being delivered at this moment comes to its end.
     *
     * @throws DeadLetterRefused if there is no such redrive
     */
    public Redrive stop(long id, Decision decision) {
        return transaction.execute(() -> {
            Redrive before = redrives.get(id);
            Extent stopped = table.stop(id);
            acts.add(Act.Kind.STOP, decision, new About(before.deadLetterId(), id, before.filter(), stopped));
            return redrives.get(id);
        });
    }
}
