package io.fulfilment.saga.query;

import io.fulfilment.saga.application.SagaFilter;
import io.fulfilment.saga.engine.Status;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds sagas. */
public interface SagaViews {

    Optional<SagaView> find(UUID sagaId);

    /**
     * The newest first.
     *
     * @param before only those that come after this place
     */
    List<SagaSummary> find(SagaFilter filter, @Nullable Position before, int limit);

    /** How many there are of each type and status. */
    List<Count> count();

    /** A saga's place in a list. */
    record Position(Instant startedAt, UUID sagaId) {}

    record Count(String type, Status status, long sagas) {}
}
