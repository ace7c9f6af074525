package io.fulfilment.saga.engine;

import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * The saga that follows on a cancelled one, once that has ended either way.
 *
 * @param <D> what the ended one knew
 * @param <N> what the next one knows
 * @param learns what the cancelled one knows from when it is to be cancelled
 * @param begins what the next one knows at first, by its id and what the ended one knew
 */
public record FollowUp<D, N>(SagaDefinition<N> next, UnaryOperator<D> learns, BiFunction<UUID, D, N> begins) {

    /** The next saga, which waits for {@link SagaInput.Started}. */
    public SagaInstance<N> instance(UUID id, D ended) {
        return SagaInstance.of(next, id, begins.apply(id, ended));
    }
}
