package io.fulfilment.payment.application;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.payment.domain.PaymentHistory;
import io.fulfilment.payment.domain.PaymentState;
import io.fulfilment.payment.domain.StoredEvent;
import java.util.List;

/**
 * A payment's history. An order has one payment, so its id is the stream's.
 *
 * @param events in order; the last one's version is their number
 */
public record PaymentStream(OrderId orderId, List<StoredEvent> events) {

    public PaymentStream {
        events = List.copyOf(events);
    }

    public int version() {
        return events.size();
    }

    public PaymentState state() {
        return PaymentHistory.fold(events);
    }
}
