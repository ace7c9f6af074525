package io.fulfilment.benchmarks;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toSet;

import io.fulfilment.benchmarks.Cancellations.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the system says about a set of orders, from all sides, and whether it adds up. They are all that there were in their
 * time: what the driver doesn't know of, nobody asked for.
 *
 * @param cancellations what was answered to them, by order
 * @param orders all that were made since the first of these was placed
 * @param ledger by order: of those that were placed, and whatever else the gateway performed since
 * @param mailLost whether a mail may be missing: one that was on its way when its process was killed is never sent again,
 *     for it may have been sent
 */
record Books(
        List<PlacedOrder> placed,
        Map<String, Outcome> cancellations,
        Map<String, Order> orders,
        Map<String, List<Operation>> ledger,
        Map<String, Stock> before,
        Map<String, Stock> after,
        boolean mailLost) {

    /**
     * An order, its payment, its sagas and the customer's mail, as the services show them.
     *
     * @param sagas type and status of each, sorted
     * @param told what the customer was to be told, sorted
     */
    record Order(
            String status,
            String reason,
            BigDecimal total,
            List<String> payments,
            List<String> sagas,
            List<String> told,
            int mails) {}

    /** What the gateway performed; it performs each key once. */
    record Operation(String key, String name, String status, BigDecimal amount) {}

    record Stock(long available, long reserved, long shipped) {

        long sum() {
            return available + reserved + shipped;
        }
    }

    /** Every discrepancy, in words; empty when all is well. */
    List<String> discrepancies() {
        var found = new ArrayList<String>();
        var shipped = new HashMap<String, Long>();
        for (PlacedOrder each : placed) {
            Order order = orders.get(each.orderId());
            if (order == null) {
                found.add("order " + each.orderId() + " was acknowledged and is not there");
                continue;
            }
            check(each, order).forEach(what -> found.add("order " + each.orderId() + ": " + what));
            if (order.status().equals("COMPLETED")) {
                each.plan().lines().forEach(line -> shipped.merge(line.sku(), (long) line.quantity(), Long::sum));
            }
        }
        Set<String> acknowledged = placed.stream().map(PlacedOrder::orderId).collect(toSet());
        if (acknowledged.size() != placed.size()) {
            found.add("two keys got the same order");
        }
        found.addAll(unasked(acknowledged));
        found.addAll(stockFaults(shipped));
        return found;
    }

    /** A key whose POST was repeated may have made an order that no answer ever named. */
    private List<String> unasked(Set<String> acknowledged) {
        var found = new ArrayList<String>();
        orders.forEach((id, order) -> {
            if (!acknowledged.contains(id)) {
                found.add("order " + id + " is " + order.status() + " and was never acknowledged");
            }
        });
        ledger.forEach((id, operations) -> {
            if (!acknowledged.contains(id) && !orders.containsKey(id)) {
                found.add("the gateway performed " + outcomes(operations) + " for " + id
                        + ", which is none of these orders");
            }
        });
        return found;
    }

    /** What separates an order from the nearest of the ends that it may have come to. */
    private List<String> check(PlacedOrder placedOrder, Order order) {
        List<Operation> operations = ledger.getOrDefault(placedOrder.orderId(), List.of());
        return Ending.of(placedOrder.plan(), cancellations.get(placedOrder.orderId())).stream()
                .map(ending -> differences(ending, order, operations))
                .min(comparingInt(List::size))
                .orElseThrow();
    }

    private List<String> differences(Ending ending, Order order, List<Operation> operations) {
        var found = new ArrayList<String>();
        expect(found, "status", ending.status(), order.status());
        expect(found, "reason", ending.reason(), order.reason());
        expect(found, "payments", List.of(ending.payment()), order.payments());
        expect(found, "sagas", ending.sagas(), order.sagas());
        expect(found, "told", ending.told(), order.told());
        int mails = ending.told().size();
        expect(found, "mails", mailLost ? Math.min(mails, order.mails()) : mails, order.mails());
        checkMoney(found, ending, order, operations);
        return found;
    }

    private static void checkMoney(List<String> found, Ending ending, Order order, List<Operation> operations) {
        expect(found, "performed operations", ending.operations(), outcomes(operations));
        long keys = operations.stream().map(Operation::key).distinct().count();
        expect(found, "gateway keys", (long) ending.operations().size(), keys);
        BigDecimal kept = sum("CAPTURE", operations).subtract(sum("REFUND", operations));
        BigDecimal owed = ending.keepsTheMoney() ? order.total() : BigDecimal.ZERO;
        if (kept.compareTo(owed) != 0) {
            found.add("kept " + kept + " of " + owed);
        }
    }

    private static BigDecimal sum(String name, List<Operation> operations) {
        return operations.stream()
                .filter(operation ->
                        operation.name().equals(name) && operation.status().equals("SUCCEEDED"))
                .map(Operation::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> outcomes(List<Operation> operations) {
        return operations.stream()
                .map(operation -> operation.name() + " " + operation.status())
                .sorted()
                .toList();
    }

    private List<String> stockFaults(Map<String, Long> shipped) {
        var found = new ArrayList<String>();
        before.forEach((sku, then) -> {
            Stock now = after.getOrDefault(sku, new Stock(0, 0, 0));
            expect(found, sku + " pieces in all", then.sum(), now.sum());
            expect(found, sku + " reserved", then.reserved(), now.reserved());
            expect(found, sku + " shipped", then.shipped() + shipped.getOrDefault(sku, 0L), now.shipped());
            if (now.available() < 0) {
                found.add(sku + " is oversold: " + now);
            }
        });
        return found;
    }

    private static void expect(List<String> found, String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            found.add(what + " should be " + expected + ", is " + actual);
        }
    }
}
