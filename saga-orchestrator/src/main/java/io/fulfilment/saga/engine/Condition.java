package io.fulfilment.saga.engine;

import java.util.function.Predicate;

/**
 * When a step is taken at all.
 *
 * @param text for people: completes "only if"; empty where it always is
 */
public record Condition<D>(String text, Predicate<D> test) {

    static <D> Condition<D> always() {
        return new Condition<>("", data -> true);
    }

    public boolean isAlways() {
        return text.isEmpty();
    }

    boolean holds(D data) {
        return test.test(data);
    }
}
