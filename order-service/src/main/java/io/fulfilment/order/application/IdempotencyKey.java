package io.fulfilment.order.application;

import io.fulfilment.events.value.CustomerId;
import java.util.regex.Pattern;

/** A customer's own name for one request, by which a repetition is known. Up to 255 visible ASCII characters. */
public record IdempotencyKey(CustomerId customer, String value) {

    private static final Pattern FORM = Pattern.compile("[!-~]{1,255}");

    public IdempotencyKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an idempotency key has 1 to 255 visible ASCII characters");
        }
    }
}
