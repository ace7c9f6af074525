package io.fulfilment.saga.application;

import java.util.function.Consumer;

/** Looks through sagas, however many and whatever they are. */
public interface SagaSurvey {

    /**
     * Reads all that agree, some at a time and one status after the other; what changes its status meanwhile may be seen
     * twice, or not at all.
     */
    void read(SagaFilter filter, Consumer<Reading> each);
}
