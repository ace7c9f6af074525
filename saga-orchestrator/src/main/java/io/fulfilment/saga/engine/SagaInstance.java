package io.fulfilment.saga.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of a saga. Immutable.
 *
 * @param definitionVersion the one that it began with, and ends with
 * @param runs the steps taken so far, in the order in which they began
 * @param failure why it is compensated; null as long as it goes forward
 * @param deadline when its timer fires; null if none is armed
 */
public record SagaInstance<D>(
        UUID id,
        String type,
        int definitionVersion,
        Status status,
        D data,
        List<Run> runs,
        @Nullable Failure failure,
        @Nullable Instant deadline) {

    public SagaInstance {
        runs = List.copyOf(runs);
    }

    /** An instance that waits for {@link SagaInput.Started}. */
    public static <D> SagaInstance<D> of(SagaDefinition<D> definition, UUID id, D data) {
        return new SagaInstance<>(
                id, definition.type(), definition.version(), Status.RUNNING, data, List.of(), null, null);
    }

    /** What became of a step, if it was taken. */
    public Optional<Run> run(String step) {
        return runs.stream().filter(run -> run.step().equals(step)).findFirst();
    }

    /** The step that waits for an answer. */
    public Optional<Run> openRun() {
        return runs.stream().filter(Run::isOpen).findFirst();
    }

    Optional<Run> runThatSent(UUID command) {
        return runs.stream().filter(run -> run.commands().contains(command)).findFirst();
    }

    boolean mayHaveHappened(String step) {
        return run(step).filter(Run::mayHaveHappened).isPresent();
    }

    int commandsSent() {
        return runs.stream().mapToInt(run -> run.commands().size()).sum();
    }

    SagaInstance<D> with(Run changed) {
        var all = new ArrayList<>(runs);
        all.replaceAll(run -> run.step().equals(changed.step()) ? changed : run);
        if (run(changed.step()).isEmpty()) {
            all.add(changed);
        }
        return new SagaInstance<>(id, type, definitionVersion, status, data, all, failure, deadline);
    }

    SagaInstance<D> knowing(D known) {
        return new SagaInstance<>(id, type, definitionVersion, status, known, runs, failure, deadline);
    }

    SagaInstance<D> failed(Failure why, D known) {
        return new SagaInstance<>(id, type, definitionVersion, Status.COMPENSATING, known, runs, why, deadline);
    }

    SagaInstance<D> waitingUntil(Instant at) {
        var active = failure == null ? Status.RUNNING : Status.COMPENSATING;
        return new SagaInstance<>(id, type, definitionVersion, active, data, runs, failure, at);
    }

    SagaInstance<D> resting(Status rest) {
        return new SagaInstance<>(id, type, definitionVersion, rest, data, runs, failure, null);
    }
}
