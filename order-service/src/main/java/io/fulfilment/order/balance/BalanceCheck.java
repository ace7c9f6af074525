package io.fulfilment.order.balance;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.order.balance.BalanceWatermark.Passed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares the orders' ends with what was done for them: each order once, some time after it was placed, and those again
 * that don't fit or have come to no end. What doesn't fit at two looks is stated, and committed with the note that it was.
 */
@Service
public class BalanceCheck {

    private final BalanceWatermark watermark;
    private final BalanceWatch watch;
    private final Outbox outbox;
    private final BalanceSettings settings;

    BalanceCheck(BalanceWatermark watermark, BalanceWatch watch, Outbox outbox, BalanceSettings settings) {
        this.watermark = watermark;
        this.watch = watch;
        this.outbox = outbox;
        this.settings = settings;
    }

    /**
     * Looks at the next orders for the first time; leaves it where somebody else is at it.
     *
     * @return how many it were
     */
    @Transactional
    public int sweep() {
        if (!watermark.lock()) {
            return 0;
        }
        var passed = watermark.next(settings.settle(), settings.batch());
        if (!passed.isEmpty()) {
            watch.add(passed.stream()
                    .map(Passed::seen)
                    .map(seen -> seen.next(settings))
                    .flatMap(Optional::stream)
                    .toList());
            watermark.reach(passed.getLast());
        }
        return passed.size();
    }

    /**
     * Looks again at those that are due; leaves those that somebody else is at.
     *
     * @return how many it were
     */
    @Transactional
    public int review() {
        var due = watch.due(settings.batch());
        if (due.isEmpty()) {
            return 0;
        }
        var kept = new ArrayList<Watched>();
        List<OrderId> right = new ArrayList<>();
        for (Seen seen : due) {
            seen.next(settings)
                    .ifPresentOrElse(
                            next -> {
                                kept.add(next);
                                state(next, seen);
                            },
                            () -> right.add(seen.watched().orderId()));
        }
        watch.replace(kept);
        watch.remove(right);
        return due.size();
    }

    private void state(Watched found, Seen seen) {
        found.statement(seen.at())
                .ifPresent(statement -> outbox.append(
                        statement, Cause.beginning(statement.orderId().value())));
    }
}
