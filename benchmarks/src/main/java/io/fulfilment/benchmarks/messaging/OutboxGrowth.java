package io.fulfilment.benchmarks.messaging;

import io.fulfilment.benchmarks.Due;
import io.fulfilment.benchmarks.messaging.Growth.Sample;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;

/** Rows flow through the outbox for minutes while what is published goes after seconds: whether the tables stay small. */
final class OutboxGrowth {

    private static final int AT_ONCE = 50_000;
    private static final long LOOK_EVERY_NANOS = 1_000_000_000;

    private static final String SAMPLE = """
            SELECT (SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence('outbox', 'id')::regclass), 0)),
                   (SELECT count(*) FROM outbox_pending),
                   (SELECT sum(pg_total_relation_size('outbox_' || slot)) FROM generate_series(0, 7) AS slot),
                   pg_total_relation_size('outbox_pending')
            """;

    /** What a row takes, says the slot that was written last: nothing has gone from it yet. */
    private static final String ROW = """
            SELECT pg_total_relation_size('outbox_' || full_slot.slot)::float8
                   / (SELECT count(*) FROM outbox WHERE outbox.slot = full_slot.slot)
            FROM (SELECT (slot + 7) % 8 AS slot FROM outbox_ring) AS full_slot
            """;

    private final OwnStack stack;
    private final EventTopic topic;
    private final Faults faults;
    private final List<Sample> samples = new ArrayList<>();
    private final Deque<Appended> appended = new ArrayDeque<>();
    private volatile long waiting;
    private long first;
    private double bytesOfRow;

    OutboxGrowth(OwnStack stack, EventTopic topic, Faults faults) {
        this.stack = stack;
        this.topic = topic;
        this.faults = faults;
    }

    private record Appended(long at, long rows) {}

    Growth measure(int rows, int kept) throws Exception {
        long size = topic.size() + rows;
        try (var service = stack.startService()) {
            service.ask(
                    Patience.START,
                    "ready",
                    "relay",
                    "--fulfilment.messaging.retention.outbox=" + kept + "s",
                    "--fulfilment.messaging.retention.every=1s");
            service.ask(Patience.START, "started", "go");
            var appending = new FutureTask<>(() -> append(service, rows), rows);
            Thread.ofPlatform().name("appending").daemon().start(appending);
            long start = System.nanoTime();
            watch(start, kept * 1_000_000_000L, appending);
            appending.get();
            boolean complete = topic.awaitSize(size, Patience.START);
            long end = System.nanoTime();
            faults.check("growth: everything is published", 1, complete ? 1 : 0);
            service.ask(Patience.START, "stopped", "stop");
            var growth = new Growth(rows, (end - start) / 1e9, kept, List.copyOf(samples));
            faults.check("growth: looks at the tables", 1, samples.isEmpty() ? 0 : 1);
            faults.check("growth: looks that found more than twice the live data", 0, tooLarge(growth));
            return growth;
        }
    }

    /** No faster than it is published: it is about what goes, not about what waits. */
    private void append(ServiceProcess service, int rows) {
        for (int left = rows; left > 0; left -= AT_ONCE) {
            int count = Math.min(AT_ONCE, left);
            service.ask(Patience.forCount(count), "filled", "flow", "growth", count);
            while (waiting > AT_ONCE) {
                LockSupport.parkNanos(LOOK_EVERY_NANOS / 10);
            }
        }
    }

    private static long tooLarge(Growth growth) {
        return growth.samples().stream().filter(each -> each.timesLive() > 2).count();
    }

    private void watch(long start, long kept, FutureTask<Integer> appending) throws SQLException, InterruptedException {
        try (Connection connection = stack.connect(OwnStack.ROLE);
                PreparedStatement sample = connection.prepareStatement(SAMPLE);
                PreparedStatement row = connection.prepareStatement(ROW)) {
            for (long due = start; !appending.isDone(); due += LOOK_EVERY_NANOS) {
                Due.await(due);
                look(start, kept, sample, row);
            }
        }
    }

    private void look(long start, long keptNanos, PreparedStatement sample, PreparedStatement row) throws SQLException {
        try (var found = sample.executeQuery()) {
            found.next();
            long now = System.nanoTime();
            long total = found.getLong(1);
            first = appended.isEmpty() ? total : first;
            waiting = found.getLong(2);
            appended.addLast(new Appended(now, total));
            while (appended.size() > 1 && now - appended.getFirst().at() > keptNanos) {
                appended.removeFirst();
            }
            // Twice over, so that each slot has been emptied once.
            if (now - start > 2 * keptNanos) {
                bytesOfRow = bytesOfRow > 0 ? bytesOfRow : bytesOfRow(row);
                long kept = total - appended.getFirst().rows();
                samples.add(new Sample(
                        (now - start) / 1e9,
                        total - first - waiting,
                        waiting,
                        Math.round(Math.max(kept, waiting) * bytesOfRow),
                        found.getLong(3),
                        found.getLong(4)));
            }
        }
    }

    private static double bytesOfRow(PreparedStatement statement) throws SQLException {
        try (var found = statement.executeQuery()) {
            found.next();
            return found.getDouble(1);
        }
    }
}
