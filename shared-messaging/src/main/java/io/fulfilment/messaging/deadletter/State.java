package io.fulfilment.messaging.deadletter;

/** How a key is held. */
public enum State {
    /** Its first message failed and is tried again after a while. */
    RETRYING,
    /** A message is missing, and may still come. */
    WAITING,
    /** It stands still until somebody has seen to it. */
    PARKED
}
