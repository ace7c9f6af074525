package io.fulfilment.order.query;

import io.fulfilment.events.inventory.InventoryEvent.ReservationEvent;
import io.fulfilment.events.inventory.InventoryEvent.StockDispatched;
import io.fulfilment.events.inventory.InventoryEvent.StockReleased;
import io.fulfilment.events.inventory.InventoryEvent.StockReservationExpired;
import io.fulfilment.events.inventory.InventoryEvent.StockReservationRefused;
import io.fulfilment.events.inventory.InventoryEvent.StockReserved;
import io.fulfilment.events.inventory.InventoryEvent.StockRestocked;
import io.fulfilment.events.notification.NotificationEvent;
import io.fulfilment.events.notification.NotificationEvent.CustomerNotificationFailed;
import io.fulfilment.events.notification.NotificationEvent.CustomerNotificationFailedV1;
import io.fulfilment.events.notification.NotificationEvent.CustomerNotified;
import io.fulfilment.events.notification.NotificationEvent.CustomerNotifiedV1;
import io.fulfilment.events.order.OrderEvent.OrderPlaced;
import io.fulfilment.events.payment.PaymentEvent;
import io.fulfilment.events.payment.PaymentEvent.PaymentAuthorized;
import io.fulfilment.events.payment.PaymentEvent.PaymentCaptured;
import io.fulfilment.events.payment.PaymentEvent.PaymentDeclined;
import io.fulfilment.events.payment.PaymentEvent.PaymentRefunded;
import io.fulfilment.events.payment.PaymentEvent.PaymentVoided;
import io.fulfilment.messaging.Received;
import io.fulfilment.order.application.OrderFact;
import io.fulfilment.order.application.OrderFacts;
import io.fulfilment.order.query.OrderView.Notification;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Builds the orders' view from what every service states. */
@Component
public class OrderViewProjection {

    private final OrderViewTable table;
    private final ViewChanges changes;

    OrderViewProjection(OrderViewTable table, ViewChanges changes) {
        this.table = table;
        this.changes = changes;
    }

    /** Own facts, within the transaction that states them: who wrote can read, and a status never goes back. */
    @EventListener
    void on(OrderFacts own) {
        own.facts().forEach(this::on);
    }

    public void on(PaymentEvent event) {
        var change = changes.of(event.orderId().value());
        switch (event) {
            case PaymentAuthorized it -> change.payment(PaymentStatus.AUTHORIZED, it.authorizedAt());
            case PaymentDeclined it -> change.payment(PaymentStatus.DECLINED, it.declinedAt());
            case PaymentCaptured it -> change.payment(PaymentStatus.CAPTURED, it.capturedAt());
            case PaymentVoided it -> change.payment(PaymentStatus.VOIDED, it.voidedAt());
            case PaymentRefunded it -> change.payment(PaymentStatus.REFUNDED, it.refundedAt());
        }
    }

    /** What inventory states carries no time of its own, so the envelope's counts. */
    public void on(Received<ReservationEvent> received) {
        ReservationEvent event = received.message();
        Instant at = received.envelope().time();
        var change = changes.of(event.orderId().value());
        switch (event) {
            case StockReserved _ -> change.stock(StockStatus.RESERVED, at);
            case StockReservationRefused _ -> change.stock(StockStatus.REFUSED, at);
            case StockReleased _ -> change.stock(StockStatus.RELEASED, at);
            case StockReservationExpired _ -> change.stock(StockStatus.EXPIRED, at);
            case StockDispatched _ -> change.stock(StockStatus.DISPATCHED, at);
            case StockRestocked _ -> change.stock(StockStatus.RESTOCKED, at);
        }
    }

    public void on(NotificationEvent event) {
        changes.of(event.orderId().value()).notification(notification(event));
    }

    private static Notification notification(NotificationEvent event) {
        return switch (event) {
            case CustomerNotified it -> new Notification(it.kind(), Notification.Status.SENT, it.notifiedAt());
            case CustomerNotificationFailed it ->
                new Notification(it.kind(), Notification.Status.FAILED, it.failedAt());
            case CustomerNotifiedV1 old -> notification(old.upcast());
            case CustomerNotificationFailedV1 old -> notification(old.upcast());
        };
    }

    private void on(OrderFact fact) {
        if (fact.event() instanceof OrderPlaced placed) {
            table.place(placed, fact);
        } else {
            changes.of(fact.orderId().value()).fact(fact);
        }
    }
}
