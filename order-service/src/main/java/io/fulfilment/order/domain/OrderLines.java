package io.fulfilment.order.domain;

import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderLine;
import java.util.List;
import java.util.stream.Collectors;

/** The lines of an order: 1 to 100, of one currency, with a total that {@link Money} can hold. */
public record OrderLines(List<OrderLine> lines) {

    public OrderLines {
        lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > 100) {
            throw new OrderRefused.UnsuitableLines("an order has 1 to 100 lines");
        }
        requireOneCurrency(lines);
        total(lines);
    }

    public Money total() {
        return total(lines);
    }

    private static void requireOneCurrency(List<OrderLine> lines) {
        var currencies = lines.stream()
                .map(line -> line.unitPrice().currency().getCurrencyCode())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        if (currencies.size() > 1) {
            throw new OrderRefused.UnsuitableLines("the products are priced in different currencies: " + currencies);
        }
    }

    private static Money total(List<OrderLine> lines) {
        try {
            return lines.stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
        } catch (IllegalArgumentException tooHigh) {
            throw new OrderRefused.UnsuitableLines("the order's total is too high: " + tooHigh.getMessage());
        }
    }
}
