package io.fulfilment.messaging.outbox;

/** Told that there is something to publish. */
@FunctionalInterface
public interface RelaySignal {

    /** Called on the thread of the transaction just after it committed: cheap, and never throws. */
    void wake();
}
