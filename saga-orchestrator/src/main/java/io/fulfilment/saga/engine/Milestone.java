package io.fulfilment.saga.engine;

/** What others may want to know of an instance: each decision that no command tells of. */
public sealed interface Milestone {

    record Started() implements Milestone {}

    record CancellationRequested() implements Milestone {}

    record CompensationStarted(Failure failure) implements Milestone {}

    record StepGivenUp(String step, String reason) implements Milestone {}

    /** @param step or {@link LogEntry#BALANCE} */
    record Parked(String step, String reason) implements Milestone {}

    /**
     * It goes on, or is at its end again.
     *
     * @param step at which it was parked, or {@link LogEntry#BALANCE}
     */
    record Resumed(String step) implements Milestone {}

    record OperatorActed(OperatorAct act, String step, String by, String reason) implements Milestone {}

    record Completed() implements Milestone {}

    record Compensated() implements Milestone {}
}
