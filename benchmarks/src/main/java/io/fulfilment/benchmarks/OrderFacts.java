package io.fulfilment.benchmarks;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What was seen stated of each order, in this order; a fact that is repeated counts when it was seen first. */
final class OrderFacts {

    /** What changes an order's status. */
    enum Fact {
        CONFIRMED,
        REJECTED,
        COMPLETED,
        CANCELLATION_REQUESTED,
        CANCELLED
    }

    private static final Map<String, Fact> BY_TYPE = Map.of(
            "OrderConfirmed", Fact.CONFIRMED,
            "OrderRejected", Fact.REJECTED,
            "OrderCompleted", Fact.COMPLETED,
            "OrderCancellationRequested", Fact.CANCELLATION_REQUESTED,
            "OrderCancelled", Fact.CANCELLED);

    private record Sighting(Fact fact, long at) {}

    private final Map<String, List<Sighting>> sightings = new ConcurrentHashMap<>();

    /**
     * @param type as in {@code ce_type}, with its version
     * @param now in nanoseconds
     */
    void on(String orderId, String type, long now) {
        String[] parts = type.split("\\.");
        Fact fact = BY_TYPE.get(parts[parts.length - 2]);
        if (fact != null && !isAny(orderId, EnumSet.of(fact))) {
            sightings
                    .computeIfAbsent(orderId, _ -> new CopyOnWriteArrayList<>())
                    .add(new Sighting(fact, now));
        }
    }

    /** Null if none was stated of it. */
    @Nullable
    Fact first(String orderId) {
        List<Sighting> all = of(orderId);
        return all.isEmpty() ? null : all.getFirst().fact();
    }

    /** Completed, rejected or cancelled; cancelled only, once that was asked for. A completed order may be cancelled yet. */
    boolean isFinal(String orderId) {
        return isAny(orderId, EnumSet.of(Fact.CANCELLATION_REQUESTED))
                ? isCancelled(orderId)
                : isAny(orderId, EnumSet.of(Fact.COMPLETED, Fact.REJECTED, Fact.CANCELLED));
    }

    boolean isCancelled(String orderId) {
        return isAny(orderId, EnumSet.of(Fact.CANCELLED));
    }

    /** When that was seen, in nanoseconds; null if none was. */
    @Nullable
    Long firstAt(String orderId) {
        return firstAt(orderId, EnumSet.allOf(Fact.class));
    }

    /** When it was seen confirmed or rejected, in nanoseconds; null if it never was. */
    @Nullable
    Long decidedAt(String orderId) {
        return firstAt(orderId, EnumSet.of(Fact.CONFIRMED, Fact.REJECTED));
    }

    /** When it was seen completed or rejected, in nanoseconds; null if it never was. */
    @Nullable
    Long endedAt(String orderId) {
        return firstAt(orderId, EnumSet.of(Fact.COMPLETED, Fact.REJECTED));
    }

    /** When it was seen cancelled, in nanoseconds; null if it never was. */
    @Nullable
    Long cancelledAt(String orderId) {
        return firstAt(orderId, EnumSet.of(Fact.CANCELLED));
    }

    /** What was stated of it after its cancellation was asked for, though nothing but its end as cancelled may follow. */
    List<Fact> againstItsCancellation(String orderId) {
        return of(orderId).stream()
                .map(Sighting::fact)
                .dropWhile(fact -> fact != Fact.CANCELLATION_REQUESTED)
                .filter(fact -> fact != Fact.CANCELLATION_REQUESTED && fact != Fact.CANCELLED)
                .toList();
    }

    private boolean isAny(String orderId, Set<Fact> facts) {
        return firstAt(orderId, facts) != null;
    }

    private @Nullable Long firstAt(String orderId, Set<Fact> facts) {
        for (Sighting sighting : of(orderId)) {
            if (facts.contains(sighting.fact())) {
                return sighting.at();
            }
        }
        return null;
    }

    private List<Sighting> of(String orderId) {
        return sightings.getOrDefault(orderId, List.of());
    }
}
