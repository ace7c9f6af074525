package io.fulfilment.saga.fulfilment;

import io.fulfilment.events.order.OrderEvent.OrderPlaced;
import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.OrderLine;
import io.fulfilment.events.value.PaymentInstrument;
import io.fulfilment.events.value.Quantity;
import io.fulfilment.events.value.ShippingAddress;
import io.fulfilment.events.value.Sku;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An order as a customer places it. */
public final class Example {

    private Example() {}

    public static OrderPlaced order(UUID orderId) {
        return new OrderPlaced(
                new OrderId(orderId),
                new CustomerId("alice"),
                List.of(new OrderLine(new Sku("SKU-0001"), "Teapot", new Quantity(2), Money.of("19.99", "EUR"))),
                Money.of("39.98", "EUR"),
                new PaymentInstrument(PaymentInstrument.Method.CARD, "tok_ok"),
                "ada@example.com",
                new ShippingAddress("Ada", "1 Street", "London", "N1", "GB"),
                Instant.parse("2026-03-01T11:59:59Z"));
    }
}
