package io.fulfilment.order;

import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentInstrument;
import io.fulfilment.events.value.Quantity;
import io.fulfilment.events.value.ShippingAddress;
import io.fulfilment.events.value.Sku;
import io.fulfilment.events.value.StockLine;
import io.fulfilment.order.application.IdempotencyKey;
import io.fulfilment.order.application.PlaceOrder;
import io.fulfilment.order.domain.Basket;
import io.fulfilment.order.domain.Placement;
import io.fulfilment.order.domain.PriceList;
import io.fulfilment.order.domain.PricedProduct;
import java.util.List;
import java.util.UUID;

/** Orders for tests that begin with one. */
public final class Placements {

    public static final Sku LAMP = new Sku("LAMP");

    private Placements() {}

    /** An order of two lamps. */
    public static OrderId place(PlaceOrder placeOrder, PriceList priceList) {
        priceList.put(List.of(new PricedProduct(LAMP, "Lamp", Money.of("19.99", "EUR"))));
        var customer = new CustomerId("ada");
        var placement = new Placement(
                customer,
                new Basket(List.of(new StockLine(LAMP, new Quantity(2)))),
                new PaymentInstrument(PaymentInstrument.Method.CARD, "tok_ok"),
                "ada@example.com",
                new ShippingAddress("Ada", "Street 1", "London", "N1", "GB"));
        return placeOrder
                .handle(new IdempotencyKey(customer, UUID.randomUUID().toString()), placement)
                .orderId();
    }
}
