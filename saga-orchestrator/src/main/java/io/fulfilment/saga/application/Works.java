package io.fulfilment.saga.application;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.saga.application.SagaInstances.Locked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The locked sagas of a transaction. */
final class Works {

    private final Map<UUID, SagaWork<?>> works = new LinkedHashMap<>();

    Works(Locked locked) {
        locked.sagas().forEach(saga -> works.put(saga.instance().id(), new SagaWork<>(saga)));
    }

    Optional<SagaWork<?>> saga(UUID id) {
        return Optional.ofNullable(works.get(id));
    }

    Optional<SagaWork<?>> saga(String type, OrderId order) {
        return works.values().stream()
                .<SagaWork<?>>filter(work -> work.stored().orderId().equals(order)
                        && work.instance().type().equals(type))
                .findFirst();
    }

    /** Those that something was done to. */
    List<SagaWork<?>> touched() {
        return works.values().stream()
                .<SagaWork<?>>filter(work -> !work.log().isEmpty())
                .toList();
    }
}
