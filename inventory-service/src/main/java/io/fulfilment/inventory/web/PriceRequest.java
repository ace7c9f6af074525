package io.fulfilment.inventory.web;

import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.domain.Product;
import io.fulfilment.web.input.Texts;
import jakarta.validation.constraints.Pattern;

/** The body of {@code PUT /products/{sku}}. */
record PriceRequest(
        @Pattern(
                regexp = Texts.WORDS + "{1," + Product.MAX_NAME_LENGTH + "}",
                message = "must have 1 to 255" + Texts.WORDS_EXPECTED)
        String name,

        Money price) {

    Product of(Sku sku) {
        return new Product(sku, name, price);
    }
}
