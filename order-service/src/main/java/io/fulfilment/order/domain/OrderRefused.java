package io.fulfilment.order.domain;

import io.fulfilment.events.value.Sku;
import java.util.SortedSet;

/** What a customer asked for can't be an order. */
public abstract sealed class OrderRefused extends RuntimeException {

    private final String explanation;

    private OrderRefused(String explanation) {
        super(explanation);
        this.explanation = explanation;
    }

    /** Why, for the customer. */
    public String explanation() {
        return explanation;
    }

    /** Products that aren't in the price list. */
    public static final class UnknownProducts extends OrderRefused {

        private final SortedSet<Sku> skus;

        UnknownProducts(SortedSet<Sku> skus) {
            super("not in the price list: " + skus);
            this.skus = skus;
        }

        public SortedSet<Sku> skus() {
            return skus;
        }
    }

    /** Lines that don't go together. */
    public static final class UnsuitableLines extends OrderRefused {

        UnsuitableLines(String explanation) {
            super(explanation);
        }
    }
}
