package io.fulfilment.payment.application;

import io.fulfilment.events.value.OrderId;
import java.util.Collection;
import java.util.Map;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;

/** Where the stored events are. */
public interface PaymentStreams {

    /** The stream of each order, empty for those that have no events. */
    Map<OrderId, PaymentStream> load(Collection<OrderId> orderIds);

    /**
     * Appends each transition's events behind its expected version, all in one statement.
     *
     * @throws DuplicateKeyException if a stream has moved on since it was loaded: load, decide and append again
     * @throws ConcurrencyFailureException on a deadlock, with the same remedy
     */
    void append(Collection<Transition> transitions);
}
