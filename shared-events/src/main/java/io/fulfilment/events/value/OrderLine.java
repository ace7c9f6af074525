package io.fulfilment.events.value;

/** A line of an order, with the name and price that held when it was placed. */
public record OrderLine(Sku sku, String name, Quantity quantity, Money unitPrice) {

    public OrderLine {
        Text.check("a product's name", name);
    }

    public Money total() {
        return unitPrice.times(quantity);
    }
}
