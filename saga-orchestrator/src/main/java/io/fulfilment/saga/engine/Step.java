package io.fulfilment.saga.engine;

/** A step of a saga; its type says what happens when it is refused, or not answered however often it is tried. */
public sealed interface Step<D> {

    Exchange<D, ?> exchange();

    default String name() {
        return exchange().name();
    }

    /** After the pivot, or where no pivot is needed: there is only the way on. */
    sealed interface Onward<D> extends Step<D> {}

    /** Can be undone: refused or unanswered, the saga is compensated. */
    record Compensatable<D>(Exchange<D, ?> exchange, Compensation<D> compensation) implements Step<D> {}

    /**
     * Undoes a compensatable step, also one whose outcome is unknown, and one that has not come yet. Unanswered, the saga
     * parks.
     */
    record Compensation<D>(Exchange<D, ?> exchange) implements Step<D> {}

    /**
     * After it there is no way back. Refused, the saga is compensated; unanswered, it parks, for nobody knows on which
     * side of the pivot it is.
     */
    record Pivot<D>(Exchange<D, ?> exchange) implements Step<D> {}

    /** Has to succeed: refused or unanswered, the saga parks. */
    record Retriable<D>(Exchange<D, ?> exchange) implements Onward<D> {}

    /** Is tried like a retriable step but may be given up: the saga goes on without it. */
    record Expendable<D>(Exchange<D, ?> exchange) implements Onward<D> {}

    static <D> Onward<D> retriable(Exchange<D, ?> exchange) {
        return new Retriable<>(exchange);
    }

    static <D> Onward<D> expendable(Exchange<D, ?> exchange) {
        return new Expendable<>(exchange);
    }
}
