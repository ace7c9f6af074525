package io.fulfilment.messaging.outbox;

/** Runs before a transaction writes its outbox, which takes the locks that everybody with the same keys waits for. */
@FunctionalInterface
interface BeforeWrite {

    void run();
}
