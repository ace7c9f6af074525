package io.fulfilment.messaging.conformance;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the sender and the receiver of one kind of message have in their books.
 *
 * @param sent in the order of the commits
 * @param handled in the order of the commits
 */
record History(List<Sent> sent, List<Handled> handled) {

    /** @param cause the message that it answers; null if it answers none */
    record Sent(String key, UUID id, @Nullable UUID cause) {}

    /** @param sequence as its envelope told it */
    record Handled(String key, UUID id, long sequence) {}
}
