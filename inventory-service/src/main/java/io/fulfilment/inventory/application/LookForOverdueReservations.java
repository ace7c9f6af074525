package io.fulfilment.inventory.application;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.inventory.domain.Reservations;
import io.fulfilment.inventory.domain.Reservations.HeldSince;
import io.fulfilment.messaging.retry.Halves;
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
            var together = new Halves<>(
                    this::expire, LookForOverdueReservations::isOutage, LookForOverdueReservations::failed);
            List<HeldSince> overdue;
            do {
                overdue = reservations.heldFor(settings.expireAfter(), last, BATCH);
                if (!overdue.isEmpty()) {
                    together.work(overdue.stream().map(HeldSince::orderId).toList());
                    last = overdue.getLast();
                }
            } while (overdue.size() == BATCH);
        } catch (DataAccessException | TransactionException e) {
            log.warn("Reservations can't expire: {}", e.getMessage());
        }
    }

    private void expire(List<OrderId> orders) {
        expired.increment(expiring.expire(orders));
    }

    private static void failed(OrderId order, RuntimeException fault) {
        log.error("The reservation of order {} can't expire", order, fault);
    }

    private static boolean isOutage(RuntimeException fault) {
        return fault instanceof TransactionException
                || fault instanceof DataAccessException && !(fault instanceof DataIntegrityViolationException);
    }
}
