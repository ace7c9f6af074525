package io.fulfilment.order.web;

import jakarta.validation.constraints.Pattern;

/** The body of {@code POST /orders/{orderId}/cancellation}. */
record CancellationRequest(
        @Pattern(
                regexp = "(?s)(?=.*[^\\p{javaWhitespace}])[^\\p{Cc}]{1,500}",
                message = "must have 1 to 500 characters, not only blanks and no control characters")
        String reason) {

    /** Nothing of it belongs in a log. */
    @Override
    public String toString() {
        return "CancellationRequest";
    }
}
