package io.fulfilment.messaging.deadletter;

/** Why a message waits. */
public enum Reason {
    /** It is no message of the language. */
    UNREADABLE,
    /** Its handler failed. */
    HANDLING_FAILED,
    /** A message before it has not come. */
    SEQUENCE_GAP,
    /** Another message with its sequence, or a later one, has taken effect already. */
    OUT_OF_SEQUENCE,
    /** An earlier message of its key waits. */
    BEHIND_PARKED
}
