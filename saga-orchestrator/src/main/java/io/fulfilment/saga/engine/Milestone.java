package io.fulfilment.saga.engine;

/** What others may want to know of an instance: each decision that no command tells of. */
public sealed interface Milestone {

    record Started() implements Milestone {}

    record CancellationRequested() implements Milestone {}

    record CompensationStarted(Failure failure) implements Milestone {}

    record StepGivenUp(String step, String reason) implements Milestone {}

    record Parked(String step, String reason) implements Milestone {}

    /** @param step at which it was parked */
    record Resumed(String step) implements Milestone {}

    record OperatorActed(OperatorAct act, String step, String by, String reason) implements Milestone {}

    record Completed() implements Milestone {}

    record Compensated() implements Milestone {}
}
