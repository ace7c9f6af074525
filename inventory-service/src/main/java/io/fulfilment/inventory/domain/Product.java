package io.fulfilment.inventory.domain;

import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.Sku;

/** A product and what one piece of it costs. */
public record Product(Sku sku, String name, Money price) {

    public static final int MAX_NAME_LENGTH = 255;

    public Product {
        if (name.isBlank() || name.codePointCount(0, name.length()) > MAX_NAME_LENGTH) {
            throw new IllegalArgumentException("a product's name has 1 to " + MAX_NAME_LENGTH + " characters");
        }
        if (name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a product's name has no NUL character");
        }
    }
}
