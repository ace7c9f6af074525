package io.fulfilment.inventory.web;

import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.domain.StockAdjustment;
import io.fulfilment.web.input.Texts;
import io.fulfilment.web.problem.Fault;
import io.fulfilment.web.problem.Problem;
import jakarta.validation.constraints.Pattern;

/** The body of {@code POST /products/{sku}/stock-adjustments}. */
record AdjustmentRequest(
        long delta,

        @Pattern(
                regexp = Texts.WORDS + "{1," + StockAdjustment.MAX_REASON_LENGTH + "}",
                message = "must have 1 to 1024" + Texts.WORDS_EXPECTED)
        String reason) {

    StockAdjustment of(Sku sku, String operator) {
        if (delta == 0) {
            throw Problem.invalid(Fault.at("/delta", "must not be 0")).asException();
        }
        return new StockAdjustment(sku, delta, reason, operator);
    }
}
