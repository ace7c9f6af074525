package io.fulfilment.saga.query;

import io.fulfilment.saga.engine.Status;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds sagas. */
public interface SagaViews {

    Optional<SagaView> find(UUID sagaId);

    /** The newest first. */
    List<SagaSummary> find(Filter filter, int limit);

    /** How many there are of each type and status. */
    List<Count> count();

    /**
     * Null where everything will do.
     *
     * @param before only sagas older than this one
     */
    record Filter(
            @Nullable Status status,
            @Nullable String type,
            @Nullable UUID orderId,
            @Nullable UUID before) {}

    record Count(String type, Status status, long sagas) {}
}
