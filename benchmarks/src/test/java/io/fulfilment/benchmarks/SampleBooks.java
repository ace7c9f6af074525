package io.fulfilment.benchmarks;

import io.fulfilment.benchmarks.Books.Operation;
import io.fulfilment.benchmarks.Books.Order;
import io.fulfilment.benchmarks.Books.Stock;
import io.fulfilment.benchmarks.Cancellations.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Books of one order of 3 pieces for 30.00, as they may come to be. */
final class SampleBooks {

    static final Order COMPLETED =
            order("COMPLETED", "CAPTURED", List.of("order-fulfilment COMPLETED"), "ORDER_COMPLETED");
    static final Order REJECTED = new Order(
            "REJECTED",
            "PAYMENT_DECLINED",
            amount(),
            List.of("DECLINED"),
            List.of("order-fulfilment COMPENSATED"),
            List.of("ORDER_REJECTED"),
            1);
    static final Order UNDONE = order(
            "CANCELLED",
            "VOIDED",
            List.of("order-cancellation COMPLETED", "order-fulfilment COMPENSATED"),
            "ORDER_CANCELLED");
    static final Order REFUNDED = order(
            "CANCELLED",
            "REFUNDED",
            List.of("order-cancellation COMPLETED", "order-fulfilment COMPLETED"),
            "ORDER_CANCELLED",
            "ORDER_COMPLETED");
    static final Operation AUTHORIZED = new Operation("o:AUTHORIZE", "AUTHORIZE", "SUCCEEDED", amount());
    static final Operation CAPTURED = new Operation("o:CAPTURE", "CAPTURE", "SUCCEEDED", amount());
    static final Operation VOIDED = new Operation("o:VOID", "VOID", "SUCCEEDED", amount());
    static final Operation REFUND = new Operation("o:REFUND", "REFUND", "SUCCEEDED", amount());
    static final Operation DECLINED = new Operation("o:AUTHORIZE", "AUTHORIZE", "DECLINED", amount());
    static final Stock BEFORE = new Stock(100, 0, 0);
    static final Stock SHIPPED = new Stock(97, 0, 3);

    private SampleBooks() {}

    static Order order(String status, String payment, List<String> sagas, String... told) {
        return new Order(status, "", amount(), List.of(payment), sagas, List.of(told), told.length);
    }

    static Books books(boolean declined, Order order, Stock after, Operation... operations) {
        return books(declined, Map.of(), order, after, operations);
    }

    static Books cancelled(boolean declined, Outcome outcome, Order order, Stock after, Operation... operations) {
        return books(declined, Map.of("o", outcome), order, after, operations);
    }

    static Books books(
            boolean declined, Map<String, Outcome> cancellations, Order order, Stock after, Operation... operations) {
        return new Books(
                List.of(placed(declined)),
                cancellations,
                Map.of("o", order),
                Map.of("o", List.of(operations)),
                Map.of("SKU-0001", BEFORE),
                Map.of("SKU-0001", after),
                false);
    }

    static PlacedOrder placed(boolean declined) {
        var plan = new PlannedOrder(
                "key", "alice", "a@example.com", declined, List.of(new PlannedOrder.Line("SKU-0001", 3)), null);
        return new PlacedOrder(plan, "o", 0, 0, 0);
    }

    static BigDecimal amount() {
        return new BigDecimal("30.00");
    }
}
