package io.fulfilment.order.query;

import io.fulfilment.events.order.OrderEvent.OrderCancellationRequested;
import io.fulfilment.order.query.OrderView.Cancellation;
import java.time.Instant;

/**
 * That an order shall be cancelled, as the view keeps it.
 *
 * @param note in the words of who asked for it; personal data: not for logs
 */
record CancellationWish(String requestedBy, String note, Instant requestedAt) {

    static CancellationWish of(OrderCancellationRequested asked) {
        return new CancellationWish(asked.requestedBy(), asked.note(), asked.requestedAt());
    }

    /** What an operator noted is not for the customer. */
    Cancellation shownTo(String customer) {
        return new Cancellation(requestedBy.equals(customer) ? note : null, requestedAt);
    }

    @Override
    public String toString() {
        return "CancellationWish[" + requestedAt + "]";
    }
}
