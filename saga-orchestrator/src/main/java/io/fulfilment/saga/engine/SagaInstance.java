package io.fulfilment.saga.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One run of a saga. Immutable.
 *
 * @param definitionVersion the one that it began with, and ends with
 * @param runs the steps taken so far, in the order in which they began
 * @param course how it has come to go this way
 * @param deadline when its timer fires; null if none is armed
 */
public record SagaInstance<D>(
        UUID id,
        String type,
        int definitionVersion,
        Status status,
        D data,
        List<Run> runs,
        Course course,
        @Nullable Instant deadline) {

    public SagaInstance {
        runs = List.copyOf(runs);
    }

    /** An instance that waits for {@link SagaInput.Started}. */
    public static <D> SagaInstance<D> of(SagaDefinition<D> definition, UUID id, D data) {
        return new SagaInstance<>(
                id, definition.type(), definition.version(), Status.RUNNING, data, List.of(), Course.FORWARD, null);
    }

    /** Why it is compensated; null as long as it goes forward. */
    public @Nullable Failure failure() {
        return course.failure();
    }

    /** What became of a step, if it was taken. */
    public Optional<Run> run(String step) {
        return runs.stream().filter(run -> run.step().equals(step)).findFirst();
    }

    /** The steps that wait for an answer. */
    public Stream<Run> openRuns() {
        return runs.stream().filter(Run::awaitsAnswer);
    }

    /** The step to look at first: one that is parked, or else one that waits for an answer. */
    public Optional<Run> foremostRun() {
        return openRuns().max(Comparator.comparing(Run::isParked));
    }

    /** Why somebody should look at it: what is out of balance, or why it is parked, or else why it is compensated. */
    public Optional<String> error() {
        return Optional.ofNullable(course.imbalance())
                .or(() -> foremostRun().filter(Run::isParked).map(Run::error))
                .or(() -> Optional.ofNullable(failure()).map(Failure::text));
    }

    /** Whether all steps have ended, though their effects may be out of balance. */
    public boolean isOver() {
        return status.isFinal()
                || status == Status.PARKED && openRuns().findAny().isEmpty();
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
        return new SagaInstance<>(id, type, definitionVersion, status, data, all, course, deadline);
    }

    SagaInstance<D> knowing(D known) {
        return new SagaInstance<>(id, type, definitionVersion, status, known, runs, course, deadline);
    }

    SagaInstance<D> on(Course other) {
        return new SagaInstance<>(id, type, definitionVersion, status, data, runs, other, deadline);
    }

    SagaInstance<D> in(Status other) {
        return new SagaInstance<>(id, type, definitionVersion, other, data, runs, course, deadline);
    }

    /** With the timer that its open steps need. */
    SagaInstance<D> timed() {
        var next = openRuns()
                .map(Run::due)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        return new SagaInstance<>(id, type, definitionVersion, status, data, runs, course, next);
    }
}
