package io.fulfilment.messaging.conformance;

import java.util.Set;
import java.util.function.ToLongFunction;

/** What the service has to cope with when faults have taken effect. */
enum Effect {
    /** Records came again, as nobody heard that they were there. */
    SENT_AGAIN_UNHEARD(3, stage -> stage.sentAgain(Fault.ACKNOWLEDGEMENTS_LOST), Fault.ACKNOWLEDGEMENTS_LOST),
    /** Records came again, as who heard it ended before they were out of its queue. */
    SENT_AGAIN_UNSETTLED(3, stage -> stage.sentAgain(Fault.ENDS_BEFORE_SETTLING), Fault.ENDS_BEFORE_SETTLING),
    PARTITIONS_REASSIGNED(3, stage -> stage.witness().reassigned(), Fault.KILLED, Fault.PAUSED, Fault.REBALANCES),
    GROUPS_TAKEN_OVER(3, stage -> stage.witness().takenOver(), Fault.KILLED, Fault.PAUSED),
    KEYS_RETRIED(1, stage -> stage.witness().held("RETRYING"), Fault.HANDLER_FAILS),
    GAPS_WAITED_FOR(1, stage -> stage.witness().held("WAITING"), Fault.EARLY),
    KEYS_PARKED(
            1,
            stage -> stage.witness().held("PARKED"),
            Fault.POISON,
            Fault.DEAD_LETTERS_REFUSED,
            Fault.DEAD_LETTERS_MISSING);

    private final int enough;
    private final ToLongFunction<Stage> count;
    private final Set<Fault> causes;

    /** @param enough so many faults have it at least once between them, whatever others they meet */
    Effect(int enough, ToLongFunction<Stage> count, Fault... causes) {
        this.enough = enough;
        this.count = count;
        this.causes = Set.of(causes);
    }

    /** How often it has shown. */
    long count(Stage stage) {
        return count.applyAsLong(stage);
    }

    boolean isDueTo(Iterable<Fault> faults) {
        int found = 0;
        for (Fault fault : faults) {
            found += causes.contains(fault) ? 1 : 0;
        }
        return found >= enough;
    }
}
