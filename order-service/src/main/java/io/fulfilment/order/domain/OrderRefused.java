package io.fulfilment.order.domain;

import io.fulfilment.events.value.Sku;
import java.util.SortedSet;

/** What a customer asked for can't be an order. The message is meant for her. */
public abstract sealed class OrderRefused extends RuntimeException {

    private OrderRefused(String message) {
        super(message);
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

        UnsuitableLines(String message) {
            super(message);
        }
    }
}
