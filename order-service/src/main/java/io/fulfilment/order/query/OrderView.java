package io.fulfilment.order.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fulfilment.events.notification.NotificationKind;
import io.fulfilment.events.order.OrderEvent.OrderPlaced;
import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.OrderLine;
import io.fulfilment.events.value.RejectionReason;
import io.fulfilment.order.domain.OrderStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its customer sees it.
 *
 * @param reason why it was rejected; null unless it was
 * @param cancellation left out unless it was asked for
 * @param version rises with each change of the status, from 1
 * @param updatedAt when the order, its payment, its goods or its notifications last changed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record OrderView(
        OrderId orderId,
        CustomerId customerId,
        OrderStatus status,
        @Nullable RejectionReason reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Cancellation cancellation,
        List<OrderLine> lines,
        Money total,
        Payment payment,
        Stock stock,
        List<Notification> notifications,
        long version,
        Instant placedAt,
        Instant updatedAt) {

    /** @param reason in the customer's words; left out where somebody else asked for it; personal data: not for logs */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cancellation(@Nullable String reason, Instant requestedAt) {

        @Override
        public String toString() {
            return "Cancellation[" + requestedAt + "]";
        }
    }

    public record Payment(PaymentStatus status) {}

    public record Stock(StockStatus status) {}

    /** @param at when the mail was sent, or given up */
    public record Notification(NotificationKind kind, Status status, Instant at) {

        public enum Status {
            SENT,
            FAILED
        }
    }

    /** What can be seen of an order that was placed just now. */
    static OrderView of(OrderPlaced placed) {
        return new OrderView(
                placed.orderId(),
                placed.customerId(),
                OrderStatus.PENDING,
                null,
                null,
                placed.lines(),
                placed.total(),
                new Payment(PaymentStatus.PENDING),
                new Stock(StockStatus.PENDING),
                List.of(),
                1,
                placed.placedAt(),
                placed.placedAt());
    }
}
