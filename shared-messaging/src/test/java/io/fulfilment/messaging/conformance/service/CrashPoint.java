package io.fulfilment.messaging.conformance.service;

/** Where in the handling of a batch a process may end, or in the publishing of one. */
public enum CrashPoint {
    AFTER_HANDLER,
    /** Everything is written, the outbox included. */
    BEFORE_COMMIT,
    /** The offset isn't committed yet. */
    AFTER_COMMIT,
    /** The broker has acknowledged what is still in the queue. */
    BEFORE_SETTLING
}
