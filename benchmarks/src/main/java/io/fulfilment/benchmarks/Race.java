package io.fulfilment.benchmarks;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.fulfilment.benchmarks.OrderFacts.Fact;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Of how many orders which was stated first: their cancellation, confirmation or rejection. */
record Race(int orders, long cancelledFirst, long confirmedFirst, long rejectedFirst) {

    static Race of(List<PlacedOrder> placed, OrderFacts facts) {
        Map<Fact, Long> first = placed.stream()
                .map(order -> facts.first(order.orderId()))
                .filter(Objects::nonNull)
                .collect(groupingBy(Function.identity(), counting()));
        return new Race(
                placed.size(),
                first.getOrDefault(Fact.CANCELLATION_REQUESTED, 0L),
                first.getOrDefault(Fact.CONFIRMED, 0L),
                first.getOrDefault(Fact.REJECTED, 0L));
    }

    /** In a sentence, with what to do about a race that was none. */
    String inWords() {
        return "race: the cancellation came first for %d orders, the confirmation for %d, the rejection for %d%s"
                .formatted(cancelledFirst, confirmedFirst, rejectedFirst, advice());
    }

    private String advice() {
        if (isTooFew(confirmedFirst)) {
            return "; these are too few confirmations, and a longer spread is needed";
        }
        return isTooFew(cancelledFirst) ? "; these are too few cancellations, and a shorter spread is needed" : "";
    }

    /** Less than a tenth. */
    private boolean isTooFew(long count) {
        return count * 10 < orders;
    }
}
