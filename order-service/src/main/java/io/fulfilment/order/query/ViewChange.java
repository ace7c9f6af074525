package io.fulfilment.order.query;

import io.fulfilment.events.order.OrderEvent.OrderCancellationRequested;
import io.fulfilment.order.application.OrderFact;
import io.fulfilment.order.query.OrderView.Notification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one transaction changes of one order's view; what it says nothing about is null. */
final class ViewChange {

    private final UUID orderId;
    private final List<OrderFact> facts = new ArrayList<>();
    private final List<Notification> notifications = new ArrayList<>();
    private Instant at = Instant.EPOCH;
    private @Nullable CancellationWish cancellation;
    private @Nullable PaymentStatus payment;
    private @Nullable StockStatus stock;

    ViewChange(UUID orderId) {
        this.orderId = orderId;
    }

    void fact(OrderFact latest) {
        facts.add(latest);
        if (latest.event() instanceof OrderCancellationRequested asked) {
            cancellation = CancellationWish.of(asked);
        }
        touched(latest.at());
    }

    void payment(PaymentStatus status, Instant when) {
        payment = status;
        touched(when);
    }

    void stock(StockStatus status, Instant when) {
        stock = status;
        touched(when);
    }

    void notification(Notification notification) {
        notifications.add(notification);
        touched(notification.at());
    }

    /** Whether something has happened to the order; to tell its customer of it is nothing. */
    boolean isAdvance() {
        return !facts.isEmpty() || payment != null || stock != null;
    }

    UUID orderId() {
        return orderId;
    }

    Instant at() {
        return at;
    }

    List<OrderFact> facts() {
        return facts;
    }

    @Nullable
    CancellationWish cancellation() {
        return cancellation;
    }

    @Nullable
    PaymentStatus payment() {
        return payment;
    }

    @Nullable
    StockStatus stock() {
        return stock;
    }

    List<Notification> notifications() {
        return notifications;
    }

    private void touched(Instant when) {
        at = when.isAfter(at) ? when : at;
    }
}
