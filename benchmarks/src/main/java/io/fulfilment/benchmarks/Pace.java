package io.fulfilment.benchmarks;

import static java.util.Comparator.comparingLong;

import io.fulfilment.benchmarks.OrderFacts.Fact;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.StreamSupport;

/** How long the latest orders take to be confirmed. */
final class Pace {

    private static final int LATELY = 200;
    private static final Duration BEFORE_ANY_IS_SEEN = Duration.ofMillis(500);

    /** @param confirmed or else that its customer was faster, or that it still waits: it would have taken longer */
    private record Wait(long nanos, boolean confirmed) {}

    private final OrderFacts facts;
    private final Deque<PlacedOrder> newestFirst = new ConcurrentLinkedDeque<>();

    Pace(OrderFacts facts) {
        this.facts = facts;
    }

    void on(PlacedOrder order) {
        newestFirst.addFirst(order);
    }

    /**
     * The median from when a POST was sent; the product-limit estimate (Kaplan and Meier, 1958), for of orders that may be cancelled before, the
     * fast ones are confirmed.
     */
    Duration median() {
        List<Wait> waits = waits();
        double left = 1;
        for (int i = 0; i < waits.size(); i++) {
            left *= waits.get(i).confirmed() ? 1 - 1.0 / (waits.size() - i) : 1;
            if (left <= 0.5) {
                return Duration.ofNanos(waits.get(i).nanos());
            }
        }
        long longest = waits.isEmpty() ? 0 : waits.getLast().nanos();
        return Duration.ofNanos(Math.max(BEFORE_ANY_IS_SEEN.toNanos(), longest));
    }

    private List<Wait> waits() {
        long now = System.nanoTime();
        return StreamSupport.stream(newestFirst.spliterator(), false)
                .filter(order -> facts.first(order.orderId()) != Fact.REJECTED)
                .limit(LATELY)
                .map(order -> wait(order, now))
                .sorted(comparingLong(Wait::nanos))
                .toList();
    }

    private Wait wait(PlacedOrder order, long now) {
        Long first = facts.firstAt(order.orderId());
        boolean confirmed = facts.first(order.orderId()) == Fact.CONFIRMED;
        return new Wait((first == null ? now : first) - order.sentAt(), confirmed);
    }
}
