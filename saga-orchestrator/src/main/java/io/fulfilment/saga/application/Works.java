package io.fulfilment.saga.application;

import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.saga.application.SagaInstances.Locked;
import io.fulfilment.saga.engine.SagaInput;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The locked sagas of a transaction, found by what its messages know of them.
 *
 * @param <K> what that is
 */
final class Works<K> {

    private final Map<K, SagaWork<?>> works = new LinkedHashMap<>();
    private final Instant now;
    private final IdSource ids;

    Works(Locked locked, Function<StoredSaga<?>, K> key, IdSource ids) {
        locked.sagas().forEach(saga -> works.put(key.apply(saga), new SagaWork<>(saga)));
        this.now = locked.now();
        this.ids = ids;
    }

    /** @return whether there is such a saga */
    boolean apply(K key, SagaInput input, Cause cause) {
        var work = works.get(key);
        if (work != null) {
            work.apply(input, cause, now, ids);
        }
        return work != null;
    }

    /** Those that something was done to. */
    List<SagaWork<?>> touched() {
        return works.values().stream()
                .<SagaWork<?>>filter(work -> !work.log().isEmpty())
                .toList();
    }
}
