package io.fulfilment.benchmarks;

import io.fulfilment.benchmarks.Cancellations.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an order may end, as all services show it.
 *
 * @param operations what the gateway has performed or declined, sorted
 * @param sagas each one's type and status, sorted
 * @param told what the customer was told, sorted
 */
record Ending(
        String status, String reason, String payment, List<String> operations, List<String> sagas, List<String> told) {

    private static final Ending COMPLETED = new Ending(
            "COMPLETED",
            "",
            "CAPTURED",
            List.of("AUTHORIZE SUCCEEDED", "CAPTURE SUCCEEDED"),
            List.of("order-fulfilment COMPLETED"),
            List.of("ORDER_COMPLETED"));

    private static final Ending REJECTED = new Ending(
            "REJECTED",
            "PAYMENT_DECLINED",
            "DECLINED",
            List.of("AUTHORIZE DECLINED"),
            List.of("order-fulfilment COMPENSATED"),
            List.of("ORDER_REJECTED"));

    private static final Ending BEFORE_THE_CARD_WAS_ASKED = undone("VOIDED");
    private static final Ending WHEN_DECLINED = undone("DECLINED", "AUTHORIZE DECLINED");
    private static final Ending WHEN_AUTHORISED = undone("VOIDED", "AUTHORIZE SUCCEEDED", "VOID SUCCEEDED");
    private static final Ending WHEN_CONFIRMED = fulfilled("ORDER_CANCELLED");
    private static final Ending WHEN_COMPLETED = fulfilled("ORDER_CANCELLED", "ORDER_COMPLETED");

    /** Those that an order may come to by its card, and by what was answered to its cancellation, if that was asked for. */
    static List<Ending> of(PlannedOrder plan, @Nullable Outcome cancellation) {
        Ending byItself = plan.declined() ? REJECTED : COMPLETED;
        List<Ending> cancelled = plan.declined()
                ? List.of(BEFORE_THE_CARD_WAS_ASKED, WHEN_DECLINED)
                : List.of(BEFORE_THE_CARD_WAS_ASKED, WHEN_AUTHORISED, WHEN_CONFIRMED, WHEN_COMPLETED);
        return switch (cancellation) {
            case null -> List.of(byItself);
            case REFUSED -> List.of(byItself);
            case ACCEPTED -> cancelled;
            case UNCLEAR ->
                Stream.concat(Stream.of(byItself), cancelled.stream()).toList();
        };
    }

    boolean keepsTheMoney() {
        return status.equals("COMPLETED");
    }

    private static Ending undone(String payment, String... operations) {
        return new Ending(
                "CANCELLED",
                "",
                payment,
                List.of(operations),
                List.of("order-cancellation COMPLETED", "order-fulfilment COMPENSATED"),
                List.of("ORDER_CANCELLED"));
    }

    private static Ending fulfilled(String... told) {
        return new Ending(
                "CANCELLED",
                "",
                "REFUNDED",
                List.of("AUTHORIZE SUCCEEDED", "CAPTURE SUCCEEDED", "REFUND SUCCEEDED"),
                List.of("order-cancellation COMPLETED", "order-fulfilment COMPLETED"),
                List.of(told));
    }
}
