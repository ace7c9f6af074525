package io.fulfilment.saga.engine;

/** What an operator can have done to a saga. */
public enum OperatorAct {
    /** Sends the waiting or parked step's command again, now, and grants it all of its attempts anew. */
    RETRY,
    /** Undoes the saga; only before the pivot has begun. */
    COMPENSATE
}
