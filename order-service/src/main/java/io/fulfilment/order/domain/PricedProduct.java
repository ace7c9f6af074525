package io.fulfilment.order.domain;

import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderLine;
import io.fulfilment.events.value.Quantity;
import io.fulfilment.events.value.Sku;

/** An entry of the price list: what a product is called and costs at present. */
public record PricedProduct(Sku sku, String name, Money price) {

    OrderLine line(Quantity quantity) {
        return new OrderLine(sku, name, quantity, price);
    }
}
