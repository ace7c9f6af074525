package io.fulfilment.order.web;

import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.PaymentInstrument;
import io.fulfilment.events.value.Quantity;
import io.fulfilment.events.value.ShippingAddress;
import io.fulfilment.events.value.Sku;
import io.fulfilment.events.value.StockLine;
import io.fulfilment.order.domain.Basket;
import io.fulfilment.order.domain.Placement;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * The body of {@code POST /orders}. Prices and the customer aren't the client's to say, so there is no place for them.
 * Lines of the same product are added up.
 */
record PlaceOrderRequest(
        @Size(min = 1, max = 100, message = "must have 1 to 100 lines")
        List<@Valid Line> lines,

        @Valid Payment payment,

        @Size(max = 254, message = "must have at most 254 characters")
        @Pattern(regexp = EMAIL, message = "must be an e-mail address")
        String email,

        @Valid Address shippingAddress) {

    /** One {@code @}, something before it, and a host with a dot after it: more is known only once a mail arrives. */
    static final String EMAIL =
            "[^\\s@\\u0000-\\u001f\\u007f<>,;]+@[^\\s@\\u0000-\\u001f\\u007f<>,;.]+(\\.[^\\s@\\u0000-\\u001f\\u007f<>,;.]+)+";

    record Line(
            @Pattern(regexp = Sku.FORM, message = "must be a SKU")
            String sku,

            @Min(value = Quantity.MIN, message = "must be at least {value}")
            @Max(value = Quantity.MAX, message = "must be at most {value}")
            int quantity) {

        StockLine wanted() {
            return new StockLine(new Sku(sku), new Quantity(quantity));
        }
    }

    record Payment(
            PaymentInstrument.Method method,

            @PlainText @Size(max = 255, message = "must have at most 255 characters")
            String token) {

        @Override
        public String toString() {
            return "Payment[" + method + "]";
        }
    }

    record Address(
            @PlainText String name,
            @PlainText String street,
            @PlainText String city,
            @PlainText String postalCode,

            @Pattern(
                    regexp = ShippingAddress.COUNTRY_FORM,
                    message = "must be two capital letters (ISO 3166-1 alpha-2)")
            String country) {

        ShippingAddress shipping() {
            return new ShippingAddress(name, street, city, postalCode, country);
        }
    }

    Placement by(CustomerId customer) {
        return new Placement(
                customer,
                new Basket(lines.stream().map(Line::wanted).toList()),
                new PaymentInstrument(payment.method, payment.token),
                email,
                shippingAddress.shipping());
    }

    /** Nothing of it belongs in a log. */
    @Override
    public String toString() {
        return "PlaceOrderRequest";
    }
}
