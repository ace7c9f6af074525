package io.fulfilment.saga.engine;

import java.util.List;

/** What an input makes of an instance. Every input leaves at least one line in the log. */
public record Transition<D>(SagaInstance<D> instance, List<Effect> effects) {

    public Transition {
        effects = List.copyOf(effects);
    }
}
