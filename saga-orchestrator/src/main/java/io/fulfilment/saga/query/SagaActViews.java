package io.fulfilment.saga.query;

import java.util.List;
import java.util.Optional;

/** Shows how acts on many sagas come along. */
public interface SagaActViews {

    Optional<SagaAct> find(long id);

    /** The latest first, from before one of them on. */
    List<SagaAct> list(long before, int limit);
}
