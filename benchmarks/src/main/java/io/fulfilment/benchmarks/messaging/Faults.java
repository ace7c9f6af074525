package io.fulfilment.benchmarks.messaging;

import io.fulfilment.benchmarks.messaging.service.KeyOrder;
import java.util.ArrayList;
import java.util.List;

/** What makes a run a failure. */
final class Faults {

    private final List<String> found = new ArrayList<>();

    /** Of each key, all have to be there, in their order. Repeats are allowed. */
    void check(String what, int expected, KeyOrder.Seen seen) {
        check(what + ": messages in order", expected, seen.inOrder());
        check(what + ": messages before their turn", 0, seen.misplaced());
    }

    void check(String what, long expected, long actual) {
        if (actual != expected) {
            found.add(what + ": " + actual + " instead of " + expected);
        }
    }

    List<String> found() {
        return List.copyOf(found);
    }
}
