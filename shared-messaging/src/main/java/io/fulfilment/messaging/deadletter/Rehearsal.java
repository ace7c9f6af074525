package io.fulfilment.messaging.deadletter;

import java.util.List;

/** Tries what a redrive of a key would do, with the real handlers, and leaves nothing behind. */
public interface Rehearsal {

    /**
     * Delivers the messages of a parked key in their sequence, each to what its commit would check, and rolls all of it back.
     *
     * @return what became of its first messages, in the order in which they came; empty if it isn't parked
     * @throws RuntimeException if the system failed
     */
    List<Rehearsed> rehearse(long key);
}
