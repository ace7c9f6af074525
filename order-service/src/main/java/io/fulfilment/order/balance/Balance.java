package io.fulfilment.order.balance;

import io.fulfilment.order.domain.OrderStatus;
import io.fulfilment.order.query.PaymentStatus;
import io.fulfilment.order.query.StockStatus;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far an order is, beside what was done for it. */
record Balance(OrderStatus status, PaymentStatus payment, StockStatus stock) {

    /** What comes of the comparison. */
    sealed interface Verdict {

        /** The order hasn't come to an end. */
        record Open() implements Verdict {}

        record Fits() implements Verdict {}

        /** @param finding what doesn't fit, for people */
        record Amiss(String finding) implements Verdict {}
    }

    Verdict verdict() {
        return switch (status) {
            case PENDING, CONFIRMED, CANCELLING -> new Verdict.Open();
            case COMPLETED -> verdict(payment == PaymentStatus.CAPTURED, stock == StockStatus.DISPATCHED);
            case REJECTED, CANCELLED -> verdict(isNoMoneyKept(), isNothingHandedOut());
        };
    }

    private boolean isNoMoneyKept() {
        return switch (payment) {
            case PENDING, DECLINED, VOIDED, REFUNDED -> true;
            case AUTHORIZED, CAPTURED -> false;
        };
    }

    private boolean isNothingHandedOut() {
        return switch (stock) {
            case PENDING, REFUSED, RELEASED, EXPIRED, RESTOCKED -> true;
            case RESERVED, DISPATCHED -> false;
        };
    }

    private Verdict verdict(boolean paymentFits, boolean stockFits) {
        if (paymentFits && stockFits) {
            return new Verdict.Fits();
        }
        var amiss = Stream.concat(
                paymentFits ? Stream.empty() : Stream.of("the payment is " + payment),
                stockFits ? Stream.empty() : Stream.of("the stock is " + stock));
        return new Verdict.Amiss(status + ", but " + amiss.collect(Collectors.joining(" and ")));
    }
}
