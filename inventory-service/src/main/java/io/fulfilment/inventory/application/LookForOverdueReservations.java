package io.fulfilment.inventory.application;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.inventory.domain.Reservations;
import io.fulfilment.inventory.domain.Reservations.HeldSince;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Looks, in every replica, for reservations that have lasted too long, the oldest first, and has them expire in batches. One
 * that can't is passed over until the next look, so that it holds up no other.
 */
@Component
class LookForOverdueReservations {

    private static final Logger log = LoggerFactory.getLogger(LookForOverdueReservations.class);
    private static final int BATCH = 100;

    private final Reservations reservations;
    private final ExpiringReservations expiring;
    private final ReservationSettings settings;
    private final Counter expired;

    LookForOverdueReservations(
            Reservations reservations,
            ExpiringReservations expiring,
            ReservationSettings settings,
            MeterRegistry meters) {
        this.reservations = reservations;
        this.expiring = expiring;
        this.settings = settings;
        this.expired = Counter.builder("inventory.reservations.expired")
                .description("Reservations that have expired")
                .register(meters);
    }

    @Scheduled(fixedDelayString = "${inventory.reservations.poll:10s}")
    void look() {
        try {
            var last = HeldSince.BEGINNING;
            List<HeldSince> overdue;
            do {
                overdue = reservations.heldFor(settings.expireAfter(), last, BATCH);
                if (!overdue.isEmpty()) {
                    expireOrDivide(overdue.stream().map(HeldSince::orderId).toList());
                    last = overdue.getLast();
                }
            } while (overdue.size() == BATCH);
        } catch (DataAccessException | TransactionException e) {
            log.warn("Reservations can't expire: {}", e.getMessage());
        }
    }

    private void expireOrDivide(List<OrderId> orders) {
        try {
            expired.increment(expiring.expire(orders));
        } catch (RuntimeException e) {
            if (isOfTheSystem(e)) {
                throw e;
            }
            if (orders.size() == 1) {
                log.error("The reservation of order {} can't expire", orders.getFirst(), e);
                return;
            }
            int half = orders.size() / 2;
            expireOrDivide(orders.subList(0, half));
            expireOrDivide(orders.subList(half, orders.size()));
        }
    }

    /** Smaller batches would fare no better. */
    private static boolean isOfTheSystem(RuntimeException fault) {
        return fault instanceof TransactionException
                || fault instanceof DataAccessException && !(fault instanceof DataIntegrityViolationException);
    }
}
