package io.fulfilment.order.balance;

import io.fulfilment.order.query.OrdersAdvanced;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Has orders looked at again that something happens to when their first look may be over, such as a cancellation long after
 * the completion. Most orders have ended before; of them, this costs nothing.
 */
@Component
class LateChanges {

    private final BalanceWatch watch;
    private final BalanceSettings settings;
    private final Clock clock;

    LateChanges(BalanceWatch watch, BalanceSettings settings, Clock clock) {
        this.watch = watch;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void on(OrdersAdvanced changed) {
        Instant young = clock.instant().minus(settings.settle().dividedBy(2));
        var late = changed.orders().stream()
                .filter(order -> !isPlacedAfter(young, order))
                .toList();
        if (!late.isEmpty()) {
            watch.put(late, settings.settle());
        }
    }

    /** A UUID of version 7 begins with the milliseconds when it was made. */
    private static boolean isPlacedAfter(Instant instant, UUID order) {
        return order.version() == 7 && order.getMostSignificantBits() >>> 16 > instant.toEpochMilli();
    }
}
