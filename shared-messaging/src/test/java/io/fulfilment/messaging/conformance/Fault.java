package io.fulfilment.messaging.conformance;

import io.fulfilment.messaging.conformance.service.CrashPoint;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** What may go wrong. Each has a start and an end, and shows afterwards that it was there. */
enum Fault {
    KILLED(Lane.PROCESSES, 500, 1_500, (stage, random) -> ProcessFaults.kill(stage.oneOf(random))),
    /**
     * Beyond the lease of its relay and the session of its consumer: another takes over, and it wakes up in the midst of what
     * it was doing.
     */
    PAUSED(Lane.PROCESSES, 4_000, 5_500, (stage, random) -> ProcessFaults.pause(stage.oneOf(random))),
    ENDS_AFTER_HANDLER(Lane.PROCESSES, 500, 1_500, crash(CrashPoint.AFTER_HANDLER)),
    ENDS_BEFORE_COMMIT(Lane.PROCESSES, 500, 1_500, crash(CrashPoint.BEFORE_COMMIT)),
    ENDS_AFTER_COMMIT(Lane.PROCESSES, 500, 1_500, crash(CrashPoint.AFTER_COMMIT)),
    ENDS_BEFORE_SETTLING(Lane.PROCESSES, 500, 1_500, crash(CrashPoint.BEFORE_SETTLING)),
    /** Beyond {@code max.poll.interval.ms}, with a batch at hand and its heart beating. */
    CONSUMER_STALLED(
            Lane.PROCESSES, 3_600, 4_500, (stage, random) -> ProcessFaults.asked(stage.oneOf(random), "stall 3500")),
    REBALANCES(Lane.PROCESSES, 2_000, 5_000, (stage, random) -> ProcessFaults.rebalances(stage.oneOf(random))),
    TRANSACTION_OPEN(
            Lane.PROCESSES, 3_000, 4_000, (stage, random) -> ProcessFaults.asked(stage.oneOf(random), "late 3000")),
    POOL_EXHAUSTED(
            Lane.PROCESSES, 1_500, 2_500, (stage, random) -> ProcessFaults.asked(stage.oneOf(random), "hog 1500")),
    HANDLER_FAILS(Lane.PROCESSES, 200, 1_000, (stage, random) -> ProcessFaults.asked(stage.oneOf(random), "fail")),

    BROKER_KILLED(Lane.INFRASTRUCTURE, 500, 1_500, (stage, random) -> BrokerFaults.kill(stage)),
    BROKER_PAUSED(Lane.INFRASTRUCTURE, 1_000, 3_000, (stage, random) -> BrokerFaults.pause(stage)),
    /** For longer than a send may take. */
    BROKER_AWAY(Lane.INFRASTRUCTURE, 2_500, 4_000, (stage, random) -> BrokerFaults.away(stage)),
    /** For longer than a send may take: what was sent is sent again, by another producer. */
    ACKNOWLEDGEMENTS_LOST(Lane.INFRASTRUCTURE, 2_500, 3_500, (stage, random) -> BrokerFaults.withoutAnswers(stage)),
    CONNECTIONS_CUT(Lane.INFRASTRUCTURE, 200, 1_000, (stage, random) -> DatabaseFaults.cutConnections(stage)),
    DATABASE_CRASHED(Lane.INFRASTRUCTURE, 200, 1_000, (stage, random) -> DatabaseFaults.crash(stage)),

    DUPLICATES(Lane.RECORDS, 200, 1_000, RecordFaults::duplicates),
    /** For less and for more than a gap is waited for. */
    EARLY(Lane.RECORDS, 1_000, 3_500, RecordFaults::early),
    POISON(Lane.RECORDS, 200, 1_000, (stage, random) -> RecordFaults.poison(stage)),
    OVERSIZE(Lane.RECORDS, 200, 1_000, RecordFaults::appendOversize),
    LARGE_REFUSED(Lane.RECORDS, 500, 1_500, BrokerFaults::refuseLargeRecords),
    DEAD_LETTERS_REFUSED(Lane.RECORDS, 1_500, 3_000, BrokerFaults::refuseDeadLetters),
    DEAD_LETTERS_MISSING(Lane.RECORDS, 1_500, 3_000, BrokerFaults::withoutDeadLetters);

    /** Within a lane, one fault comes after the other; the lanes run side by side. */
    enum Lane {
        PROCESSES,
        INFRASTRUCTURE,
        RECORDS
    }

    /** What begins a fault. */
    interface Start {
        Ongoing begin(Stage stage, RandomGenerator random) throws Exception;
    }

    /** A fault that has begun. */
    interface Ongoing {

        /**
         * Ends it, at the latest after {@link ChildProcess#PATIENCE}.
         *
         * @return what shows that it was there
         * @throws Exception if nothing does
         */
        String end() throws Exception;
    }

    private final Lane lane;
    private final int leastMillis;
    private final int mostMillis;
    private final Start start;

    Fault(Lane lane, int leastMillis, int mostMillis, Start start) {
        this.lane = lane;
        this.leastMillis = leastMillis;
        this.mostMillis = mostMillis;
        this.start = start;
    }

    Lane lane() {
        return lane;
    }

    Duration length(RandomGenerator random) {
        return Duration.ofMillis(random.nextInt(leastMillis, mostMillis));
    }

    Ongoing begin(Stage stage, RandomGenerator random) throws Exception {
        return start.begin(stage, random);
    }

    private static Start crash(CrashPoint point) {
        return (stage, random) -> ProcessFaults.crash(stage.oneOf(random), point);
    }
}
