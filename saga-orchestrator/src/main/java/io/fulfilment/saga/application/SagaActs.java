package io.fulfilment.saga.application;

import io.fulfilment.saga.engine.SagaInput.OperatorActed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Acts on many sagas: which these are, and what became of each. */
public interface SagaActs {

    /** What became of an act for a saga. */
    enum Outcome {
        DONE,
        /** The saga has moved on since, or does not allow it; nothing has changed. */
        SKIPPED,
        FAILED
    }

    /** Some of the sagas of an act. */
    record Batch(long act, List<UUID> sagas) {

        public Batch {
            sagas = List.copyOf(sagas);
        }
    }

    /** @param versions that the sagas had when it was decided, by their ids */
    record Claimed(OperatorActed acted, Map<UUID, Integer> versions) {

        public Claimed {
            versions = Map.copyOf(versions);
        }
    }

    /** Begins an act on all sagas that agree now; if these are more than expected, nothing happens. */
    Optional<Long> begin(OperatorActed acted, SagaFilter filter, int expected);

    /** What waits of the oldest act that isn't over, except for what others have in hand. */
    Optional<Batch> next(int limit);

    /** Locks those that still wait and nobody else has locked; empty if there are none. */
    Optional<Claimed> claim(Batch batch);

    void end(Batch batch, Outcome outcome);

    /** Ends it for one saga, with what went wrong. */
    void fail(long act, UUID saga, String error);

    /** Ends it for all that still wait, after what is in hand at this moment. */
    void stop(long act, String by, @Nullable String reason);
}
