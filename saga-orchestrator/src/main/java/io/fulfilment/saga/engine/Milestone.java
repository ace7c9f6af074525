package io.fulfilment.saga.engine;

/** What others may want to know of an instance. */
public sealed interface Milestone {

    record Started() implements Milestone {}

    record CompensationStarted(Failure failure) implements Milestone {}

    record Parked(String step, String reason) implements Milestone {}

    record Completed() implements Milestone {}

    record Compensated() implements Milestone {}
}
