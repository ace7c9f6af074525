package io.fulfilment.order.balance;

import io.fulfilment.events.order.OrderEvent.OrderOutOfBalance;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.order.balance.Balance.Verdict;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order that is looked at until it fits.
 *
 * @param looks how many have found the same, after which the pauses grow
 * @param doubt what was amiss at the last look; null if nothing was
 */
record Watched(
        OrderId orderId, Instant dueAt, int looks, @Nullable Doubt doubt) {

    /** @param statedAt null until it was amiss for long enough to be stated */
    record Doubt(String finding, Instant seenAt, @Nullable Instant statedAt) {}

    static Watched from(OrderId order, Instant now) {
        return new Watched(order, now, 0, null);
    }

    /** What comes of a look; empty if the order is no longer watched. */
    Optional<Watched> look(Verdict verdict, Instant now, BalanceSettings settings) {
        return switch (verdict) {
            case Verdict.Fits() -> Optional.empty();
            case Verdict.Open() -> Optional.of(after(now, settings, null));
            case Verdict.Amiss(var finding) -> Optional.of(amiss(finding, now, settings));
        };
    }

    /** What is to be said where the look at this instant was the one to find that. */
    Optional<OrderOutOfBalance> statement(Instant now) {
        return doubt != null && now.equals(doubt.statedAt())
                ? Optional.of(new OrderOutOfBalance(orderId, doubt.finding(), now))
                : Optional.empty();
    }

    private Watched amiss(String finding, Instant now, BalanceSettings settings) {
        if (doubt == null || !doubt.finding().equals(finding)) {
            return new Watched(orderId, now.plus(settings.settle()), 0, new Doubt(finding, now, null));
        }
        if (doubt.statedAt() != null) {
            return after(now, settings, doubt);
        }
        Instant settled = doubt.seenAt().plus(settings.settle());
        return now.isBefore(settled)
                ? new Watched(orderId, settled, looks, doubt)
                : after(now, settings, new Doubt(finding, doubt.seenAt(), now));
    }

    private Watched after(Instant now, BalanceSettings settings, @Nullable Doubt found) {
        return new Watched(orderId, now.plus(settings.pause(looks)), looks + 1, found);
    }
}
