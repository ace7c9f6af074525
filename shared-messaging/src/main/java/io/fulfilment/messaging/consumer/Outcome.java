package io.fulfilment.messaging.consumer;

import java.util.Locale;

/** What became of a message. */
enum Outcome {
    HANDLED,
    /** Taken before. */
    DUPLICATE,
    /** Of the language, but nothing that this service has a handler for. */
    IGNORED,
    /** It waits for another attempt, or behind one of its key that does. */
    HELD,
    PARKED;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
