package io.fulfilment.benchmarks;

import io.fulfilment.benchmarks.Cancellations.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The ends that orders come to, as they are seen.
 *
 * @param cancelled what was answered to cancellations, by order
 */
record Ends(OrderFacts facts, List<PlacedOrder> placed, Map<String, Outcome> cancelled) {

    private static final long LOOK_EVERY_NANOS = 50_000_000;

    /** @return how many are not final at this time, in nanoseconds */
    int await(long deadline) {
        var left = new ArrayList<>(placed);
        while (left.removeIf(order -> isFinal(order.orderId())) || !left.isEmpty()) {
            if (System.nanoTime() > deadline) {
                return left.size();
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        return 0;
    }

    /** When the last of those came that there are, in nanoseconds. */
    OptionalLong last() {
        return placed.stream()
                .map(order -> lastSeen(order.orderId()))
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .max();
    }

    /** What was stated of orders that may not have been, in words. */
    List<String> contradictions() {
        return placed.stream()
                .map(PlacedOrder::orderId)
                .filter(orderId -> !facts.againstItsCancellation(orderId).isEmpty())
                .map(orderId -> "order " + orderId + ": " + facts.againstItsCancellation(orderId)
                        + " stated after its cancellation was asked for")
                .toList();
    }

    private boolean isFinal(String orderId) {
        return cancelled.get(orderId) == Outcome.ACCEPTED ? facts.isCancelled(orderId) : facts.isFinal(orderId);
    }

    private @Nullable Long lastSeen(String orderId) {
        Long cancelledAt = facts.cancelledAt(orderId);
        return cancelledAt == null ? facts.endedAt(orderId) : cancelledAt;
    }
}
