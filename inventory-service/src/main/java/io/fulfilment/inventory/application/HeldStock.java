package io.fulfilment.inventory.application;

import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.domain.Reservation;
import io.fulfilment.inventory.domain.Reservation.Held;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** The products whose stock moves when reservations end. */
final class HeldStock {

    private HeldStock() {}

    static Set<Sku> skus(Collection<Reservation> reservations) {
        return reservations.stream()
                .filter(Held.class::isInstance)
                .map(Held.class::cast)
                .flatMap(held -> held.pieces().skus().stream())
                .collect(Collectors.toSet());
    }
}
