package io.fulfilment.messaging.deadletter;

import io.fulfilment.messaging.deadletter.Acts.About;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rehearses redrives. That somebody did is kept, and nothing else. */
public final class Rehearsals {

    /** Whoever asked waits for the answer. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final String KEYS = """
            SELECT held.id FROM %s WHERE held.state = 'PARKED' AND %%s ORDER BY held.id LIMIT ?
            """.formatted(ParkedKeys.FIRSTS);

    private final JdbcTemplate jdbc;
    private final ActTransaction transaction;
    private final Rehearsal rehearsal;
    private final Acts acts;

    Rehearsals(JdbcTemplate jdbc, ActTransaction transaction, Rehearsal rehearsal, Acts acts) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.rehearsal = rehearsal;
        this.acts = acts;
    }

    /**
     * Rehearses the key of a dead letter.
     *
     * @throws DeadLetterRefused if it isn't parked
     */
    public RehearsalReport rehearse(long letter, Decision decision) {
        long key = transaction.execute(() -> new ParkedKeys(jdbc).lockKeyOf(letter));
        List<Rehearsed> rehearsed = rehearsal.rehearse(key);
        if (rehearsed.isEmpty()) {
            throw new DeadLetterRefused.NotNow("Its key is being delivered again");
        }
        note(decision, letter, null, new Extent(1, rehearsed.size()));
        return RehearsalReport.of(1, rehearsed);
    }

    /** Rehearses keys that stand still for a message that the filter finds: the first ones, and no longer than is worth waiting. */
    public RehearsalReport rehearse(DeadLetterFilter filter, int most, Decision decision) {
        long end = System.nanoTime() + LONGEST.toNanos();
        var rehearsed = new ArrayList<Rehearsed>();
        long keys = 0;
        for (long key : keys(filter, most)) {
            List<Rehearsed> ofKey = rehearsal.rehearse(key);
            rehearsed.addAll(ofKey);
            keys += ofKey.isEmpty() ? 0 : 1;
            if (System.nanoTime() - end > 0) {
                break;
            }
        }
        note(decision, null, filter, new Extent(keys, rehearsed.size()));
        return RehearsalReport.of(keys, rehearsed);
    }

    private List<Long> keys(DeadLetterFilter filter, int most) {
        var condition = Condition.of(filter);
        return jdbc.query(KEYS.formatted(condition.sql()), (row, number) -> row.getLong(1), condition.valuesAnd(most));
    }

    private void note(Decision decision, @Nullable Long letter, @Nullable DeadLetterFilter filter, Extent extent) {
        acts.add(Act.Kind.REHEARSE, decision, new About(letter, null, filter, extent));
    }
}
