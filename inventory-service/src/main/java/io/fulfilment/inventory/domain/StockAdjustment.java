package io.fulfilment.inventory.domain;

import io.fulfilment.events.value.Sku;

/**
 * Stock that came in or was written off, kept for ever: the sum of a product's adjustments is all the stock that it has.
 *
 * @param delta pieces, positive or negative, not 0
 * @param by who said so: the subject of an operator's token, or the catalogue
 */
public record StockAdjustment(Sku sku, long delta, String reason, String by) {

    public static final int MAX_REASON_LENGTH = 1_024;

    public StockAdjustment {
        if (delta == 0) {
            throw new IllegalArgumentException("an adjustment changes something");
        }
        if (reason.isBlank()
                || reason.codePointCount(0, reason.length()) > MAX_REASON_LENGTH
                || reason.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "an adjustment's reason has 1 to " + MAX_REASON_LENGTH + " characters, none of them NUL");
        }
    }
}
