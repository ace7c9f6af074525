package io.fulfilment.saga.engine;

/** What an operator can have done to a saga. */
public enum OperatorAct {
    /** Sends the command of what is parked, or else of what waits, again: now, and with all of its attempts anew. */
    RETRY,
    /** Undoes the saga; only before the pivot has begun. */
    COMPENSATE,
    /** Goes on as if what is parked were done: the operator has seen to it by other means. Not where the pivot is parked. */
    RESUME
}
