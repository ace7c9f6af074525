package io.fulfilment.messaging.conformance.service;

/** Where in the handling of a batch a process may end. */
public enum CrashPoint {
    AFTER_HANDLER,
    /** Everything is written, the outbox included. */
    BEFORE_COMMIT,
    /** The offset isn't committed yet. */
    AFTER_COMMIT
}
