package io.fulfilment.payment.domain;

import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentId;

/** Who pays how much for which order. */
public record PaymentTerms(PaymentId paymentId, OrderId orderId, CustomerId customerId, Money amount) {

    /** Whether both ask for the same; each request brings a payment id of its own, and the first one's counts. */
    boolean sameDemandAs(PaymentTerms other) {
        return orderId.equals(other.orderId) && customerId.equals(other.customerId) && amount.equals(other.amount);
    }
}
