package io.fulfilment.order.domain;

import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.PaymentInstrument;
import io.fulfilment.events.value.ShippingAddress;

/**
 * What a customer asks for when she places an order.
 *
 * @param email personal data: not for logs
 */
public record Placement(
        CustomerId customer, Basket basket, PaymentInstrument payment, String email, ShippingAddress shippingAddress) {

    @Override
    public String toString() {
        return "Placement[" + customer + ", " + basket + "]";
    }
}
