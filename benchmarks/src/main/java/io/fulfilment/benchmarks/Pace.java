package io.fulfilment.benchmarks;

import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** How long orders have lately taken to be confirmed: of those that were, the newest. */
final class Pace {

    private static final int LATELY = 200;
    private static final Duration BEFORE_ANY_IS_SEEN = Duration.ofMillis(500);

    private final OrderFacts facts;
    private final Deque<PlacedOrder> newestFirst = new ConcurrentLinkedDeque<>();

    Pace(OrderFacts facts) {
        this.facts = facts;
    }

    void on(PlacedOrder order) {
        newestFirst.addFirst(order);
    }

    /** The median from when a POST was sent. */
    Duration median() {
        long[] nanos = StreamSupport.stream(newestFirst.spliterator(), false)
                .map(this::nanosToConfirmation)
                .filter(taken -> taken != null)
                .limit(LATELY)
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        return nanos.length == 0 ? BEFORE_ANY_IS_SEEN : Duration.ofNanos(nanos[nanos.length / 2]);
    }

    private @Nullable Long nanosToConfirmation(PlacedOrder order) {
        Long confirmedAt = facts.confirmedAt(order.orderId());
        return confirmedAt == null ? null : confirmedAt - order.sentAt();
    }
}
