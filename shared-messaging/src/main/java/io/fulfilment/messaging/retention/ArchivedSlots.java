package io.fulfilment.messaging.retention;

import io.fulfilment.messaging.retention.Archive.NotArchivedException;
import java.time.OffsetDateTime;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether the archive has what the slot holds that is to be emptied next: it has read the topics up to where they ended when
 * nothing more of the slot was published. Kafka is asked outside of transactions.
 */
final class ArchivedSlots {

    private static final double NANOS = 1e9;
    private static final Logger LOG = LoggerFactory.getLogger(ArchivedSlots.class);

    /** Who is about to add rows to the slot, if anybody, would be missed. */
    private static final String NOBODY_WRITES = "LOCK TABLE outbox_%d IN SHARE MODE NOWAIT";

    /** Those that this service has ever sent to, each found by a look into the index. */
    private static final String TOPICS = """
            WITH RECURSIVE known AS (
                (SELECT topic FROM outbox_sequence ORDER BY topic LIMIT 1)
                UNION ALL
                SELECT (SELECT topic FROM outbox_sequence WHERE topic > known.topic ORDER BY topic LIMIT 1)
                FROM known WHERE known.topic IS NOT NULL
            )
            SELECT topic FROM known WHERE topic IS NOT NULL
            """;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Archive archive;
    private @Nullable Mark mark;
    private String reason = "";
    private volatile long keptSince;

    ArchivedSlots(JdbcTemplate jdbc, TransactionTemplate transaction, Archive archive) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.archive = archive;
    }

    /**
     * How far the topics reached when so many rows of the slot waited. As nobody adds to it, the rest is published as long as
     * there are as many.
     */
    private record Mark(int slot, OffsetDateTime since, long waiting, Map<TopicPartition, Long> ends) {}

    /** @return whether it is the archive's, but for those that wait */
    boolean contain(OutboxRing.Turn turn, OutboxRing.Waiting waiting) {
        try {
            Map<TopicPartition, Long> ends = mark(turn, waiting);
            if (turn.due()) {
                archive.requireAllBefore(ends);
                release();
            }
            return turn.due();
        } catch (NotArchivedException e) {
            keep(turn, String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** Taken as soon as the slot is the next one: until it is time, the archive has got there. */
    private Map<TopicPartition, Long> mark(OutboxRing.Turn turn, OutboxRing.Waiting waiting)
            throws NotArchivedException {
        Mark last = mark;
        if (last != null && isOf(last, turn) && last.waiting() == waiting.in(turn.to())) {
            return last.ends();
        }
        Long count = transaction.execute(status -> {
            jdbc.execute(NOBODY_WRITES.formatted(turn.to()));
            return waiting.in(turn.to());
        });
        Map<TopicPartition, Long> ends = archive.ends(jdbc.query(TOPICS, (row, number) -> row.getString(1)));
        mark = new Mark(turn.to(), turn.since(), count == null ? 0 : count, ends);
        return ends;
    }

    /** Behind the slot's lock: whether still no more is published of it than the archive was asked about. */
    boolean stillContain(OutboxRing.Turn turn, long waiting) {
        Mark last = mark;
        return last != null && isOf(last, turn) && last.waiting() == waiting;
    }

    private static boolean isOf(Mark mark, OutboxRing.Turn turn) {
        return mark.slot() == turn.to() && mark.since().equals(turn.since());
    }

    private void keep(OutboxRing.Turn turn, String why) {
        if (turn.due() && keptSince == 0) {
            keptSince = System.nanoTime();
        }
        if (turn.due() && !why.equals(reason)) {
            reason = why;
            LOG.warn("Published rows of the outbox are kept until they are archived: {}", why);
        }
    }

    private void release() {
        if (keptSince != 0) {
            keptSince = 0;
            reason = "";
            LOG.info("The published rows of the outbox that were kept are archived");
        }
    }

    /** For how long rows have been kept that would have gone otherwise. */
    double secondsKept() {
        long since = keptSince;
        return since == 0 ? 0 : (System.nanoTime() - since) / NANOS;
    }
}
