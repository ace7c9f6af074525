package io.fulfilment.saga.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where an instance is on its route. */
final class Phase {

    private Phase() {}

    /**
     * The stage that is under way or comes next; empty if all have ended. No stage before one that has begun is looked at
     * again: what is learned later doesn't bring back a step that was left out.
     */
    static <D> Optional<Stage<D>> present(SagaDefinition<D> definition, SagaInstance<D> saga) {
        return rest(definition, saga).stream()
                .filter(stage -> !hasEnded(stage, saga))
                .findFirst();
    }

    /** The stages to come, and of the present one what has not begun. */
    static <D> List<Stage<D>> ahead(SagaDefinition<D> definition, SagaInstance<D> saga) {
        return rest(definition, saga).stream()
                .map(stage -> stage.leftTo(saga))
                .filter(stage -> !stage.steps().isEmpty())
                .toList();
    }

    private static <D> List<Stage<D>> rest(SagaDefinition<D> definition, SagaInstance<D> saga) {
        var route = definition.route(saga).toList();
        int from = 0;
        for (int i = 0; i < route.size(); i++) {
            from = route.get(i).hasBegun(saga) ? i : from;
        }
        return route.subList(from, route.size());
    }

    private static <D> boolean hasEnded(Stage<D> stage, SagaInstance<D> saga) {
        return stage.taken(saga)
                .allMatch(step ->
                        saga.run(step.name()).filter(run -> !run.awaitsAnswer()).isPresent());
    }

    /** Whether it can be undone: it is under way, forward, and its pivot has not begun. */
    static <D> boolean isBeforePivot(SagaDefinition<D> definition, SagaInstance<D> saga) {
        return saga.failure() == null
                && saga.openRuns().findAny().isPresent()
                && definition
                        .pivot()
                        .filter(pivot -> saga.run(pivot.name()).isEmpty())
                        .isPresent();
    }

    /** From when on an attempt of a step before the pivot is the last one; empty if it may take its time. */
    static <D> Optional<Instant> limit(SagaDefinition<D> definition, SagaInstance<D> saga) {
        var within = definition.undoing().pivotWithin();
        return within == null || !isBeforePivot(definition, saga)
                ? Optional.empty()
                : Optional.of(saga.runs().getFirst().startedAt().plus(within));
    }
}
