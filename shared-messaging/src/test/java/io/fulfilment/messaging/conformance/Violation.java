package io.fulfilment.messaging.conformance;

import java.util.UUID;

/** A promise of the starter that was broken. */
sealed interface Violation {

    /** Committed by its sender, and never handled. */
    record Lost(String key, UUID id) implements Violation {}

    /** Took effect more than once. */
    record Repeated(String key, UUID id) implements Violation {}

    /** Handled after a message that its sender committed later. */
    record OutOfOrder(String key, UUID id, UUID after) implements Violation {}

    /** Handled although its sender never committed it. */
    record NeverCommitted(String key, UUID id) implements Violation {}

    /** Its sequence isn't its number among the messages of its key. */
    record Misnumbered(String key, UUID id, long number, long sequence) implements Violation {}

    /** Handled, and answered this often instead of once. */
    record Misanswered(UUID id, int answers) implements Violation {}

    /** Still in the queue of what is to be published. */
    record Unpublished(long rows) implements Violation {}

    /** A record that is no message, and of which there is no copy among the dead letters. */
    record NotParked(Place place) implements Violation {}
}
