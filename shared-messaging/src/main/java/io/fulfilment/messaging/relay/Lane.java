package io.fulfilment.messaging.relay;

import io.fulfilment.messaging.outbox.StoredRow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What was committed in this process and not yet published, so that the relay need not read it back. It holds so much and no
 * more: where that doesn't do, it drops all, and the relay looks into the table.
 */
final class Lane {

    private static final int MOST_ROWS = 20_000;
    private static final long MOST_BYTES = 8 * 1024 * 1024;

    private final Deque<UnpublishedRow> rows = new ArrayDeque<>();
    private long bytes;
    private Shards shards = Shards.NONE;
    private boolean complete = true;

    /**
     * What a look into the lane has found.
     *
     * @param complete if not, there is more in the table
     * @param more whether rows were left for the next look because these are enough
     */
    record Look(List<UnpublishedRow> rows, boolean complete, boolean more) {}

    synchronized void add(List<StoredRow> more) {
        more.stream()
                .filter(stored -> shards.contains(stored.row().shard()))
                .map(UnpublishedRow::of)
                .forEach(this::add);
        if (rows.size() > MOST_ROWS || bytes > MOST_BYTES) {
            drop();
        }
    }

    private void add(UnpublishedRow row) {
        rows.addLast(row);
        bytes += row.size();
    }

    synchronized int size() {
        return rows.size();
    }

    /** From now on it takes what of these is committed; the table has to be looked into once more after that. */
    synchronized void open(Shards taken) {
        complete |= shards.isEmpty();
        shards = taken;
    }

    /** Nobody will take from it for a while. */
    synchronized void close() {
        shards = Shards.NONE;
        drop();
    }

    private void drop() {
        rows.clear();
        bytes = 0;
        complete = false;
    }

    /** Takes as many rows as are wanted, or as are much together. */
    synchronized Look take(int most) {
        var taken = new ArrayList<UnpublishedRow>(Math.min(most, rows.size()));
        long before = bytes;
        while (taken.size() < most && before - bytes < OutboxQueue.MUCH && !rows.isEmpty()) {
            UnpublishedRow next = rows.removeFirst();
            bytes -= next.size();
            taken.add(next);
        }
        var look = new Look(taken, complete, !rows.isEmpty());
        complete = true;
        return look;
    }
}
