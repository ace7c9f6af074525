package io.fulfilment.inventory.application;

import io.fulfilment.events.inventory.InventoryEvent.ReservationEvent;
import io.fulfilment.events.inventory.InventoryReply;
import io.fulfilment.inventory.domain.Reservation;
import org.jspecify.annotations.Nullable;

/**
 * What is made of a command.
 *
 * @param next what the order's reservation becomes; null if it stays as it is
 * @param fact what came about; null if nothing did
 */
record Verdict(@Nullable Reservation next, @Nullable ReservationEvent fact, InventoryReply reply) {

    /** Only the answer: what was asked for had happened before, or can't happen. */
    static Verdict unchanged(InventoryReply reply) {
        return new Verdict(null, null, reply);
    }
}
