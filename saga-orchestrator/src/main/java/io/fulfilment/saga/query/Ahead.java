package io.fulfilment.saga.query;

import io.fulfilment.saga.engine.SagaDefinition;
import io.fulfilment.saga.engine.SagaEngine;
import io.fulfilment.saga.engine.SagaInstance;
import io.fulfilment.saga.engine.Stage;
import io.fulfilment.saga.engine.Step;
import java.util.stream.Collectors;

/** What is still to come, in words. */
final class Ahead {

    private Ahead() {}

    /** Such as {@code a, then b and c together}; empty if nothing is. */
    static <D> String of(SagaDefinition<D> definition, SagaInstance<D> saga) {
        return SagaEngine.ahead(definition, saga).stream().map(Ahead::words).collect(Collectors.joining(", then "));
    }

    private static String words(Stage<?> stage) {
        var steps = stage.steps().stream().map(Step::name).toList();
        return Words.and(steps) + (steps.size() > 1 ? " together" : "");
    }
}
