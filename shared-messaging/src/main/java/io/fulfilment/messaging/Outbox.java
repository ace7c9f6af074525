package io.fulfilment.messaging;

import io.fulfilment.events.Message;
import java.util.Collection;
import java.util.UUID;
import org.springframework.transaction.IllegalTransactionStateException;

/**
 * Sends messages if, and only if, the caller's transaction commits (pattern: transactional outbox).
 *
 * <p>Everything appended during a transaction is written in one statement just before it commits, and published within
 * milliseconds after. Messages with the same topic and subject are published in the order in which they were appended,
 * over all transactions. Each is delivered at least once.
 */
public interface Outbox {

    /**
     * Appends one message.
     *
     * @return its message id
     * @throws IllegalTransactionStateException outside a transaction
     * @throws IllegalArgumentException if its type isn't part of the language, or not among what the service says that it
     *     publishes ({@link Publishes}), or it is larger than a Kafka record may be
     */
    UUID append(Message message, Cause cause);

    /** Appends many, in this order; as {@link #append(Message, Cause)} otherwise. */
    void append(Collection<Outgoing> messages);
}
