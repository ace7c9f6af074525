package io.fulfilment.order.query;

import io.fulfilment.events.TypeName;
import io.fulfilment.events.inventory.InventoryEvent.ReservationEvent;
import io.fulfilment.events.inventory.InventoryEvent.StockDispatched;
import io.fulfilment.events.inventory.InventoryEvent.StockReserved;
import io.fulfilment.events.inventory.InventoryEvent.StockRestocked;
import io.fulfilment.events.notification.NotificationEvent.CustomerNotified;
import io.fulfilment.events.notification.NotificationKind;
import io.fulfilment.events.order.OrderEvent.OrderCancellationRequested;
import io.fulfilment.events.order.OrderEvent.OrderCancelled;
import io.fulfilment.events.order.OrderEvent.OrderCompleted;
import io.fulfilment.events.order.OrderEvent.OrderConfirmed;
import io.fulfilment.events.order.OrderEvent.OrderPlaced;
import io.fulfilment.events.order.OrderEvent.StatusEvent;
import io.fulfilment.events.payment.PaymentEvent.PaymentAuthorized;
import io.fulfilment.events.payment.PaymentEvent.PaymentCaptured;
import io.fulfilment.events.payment.PaymentEvent.PaymentRefunded;
import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.OrderLine;
import io.fulfilment.events.value.PaymentId;
import io.fulfilment.events.value.PaymentInstrument;
import io.fulfilment.events.value.Quantity;
import io.fulfilment.events.value.ShippingAddress;
import io.fulfilment.events.value.Sku;
import io.fulfilment.messaging.Envelope;
import io.fulfilment.messaging.Received;
import io.fulfilment.order.application.OrderFact;
import io.fulfilment.order.application.OrderFacts;
import java.time.Instant;
import java.util.List;

/** What the services state about one order, told to the projection. */
record OrderStory(OrderId id, OrderViewProjection projection) {

    static final Instant PLACED = Instant.parse("2026-05-01T10:00:00.123456Z");
    static final Money TOTAL = Money.of("39.98", "EUR");

    void placed() {
        own(placement(), 1);
    }

    void reserved() {
        stock(new StockReserved(id, List.of()), PLACED.plusSeconds(1));
    }

    void authorized() {
        projection.on(new PaymentAuthorized(new PaymentId(id.value()), id, TOTAL, PLACED.plusSeconds(2)));
    }

    void confirmed() {
        own(new OrderConfirmed(id, PLACED.plusSeconds(3)), 2);
    }

    void captured() {
        projection.on(new PaymentCaptured(new PaymentId(id.value()), id, TOTAL, PLACED.plusSeconds(4)));
    }

    void dispatched() {
        stock(new StockDispatched(id), PLACED.plusSeconds(5));
    }

    void completed() {
        own(new OrderCompleted(id, PLACED.plusSeconds(6)), 3);
    }

    void notified() {
        projection.on(new CustomerNotified(id, NotificationKind.ORDER_COMPLETED, PLACED.plusSeconds(7)));
    }

    void cancellationRequested() {
        own(new OrderCancellationRequested(id, "ada", "too \"dear\"", PLACED.plusSeconds(8)), 4);
    }

    void refunded() {
        projection.on(new PaymentRefunded(new PaymentId(id.value()), id, TOTAL, PLACED.plusSeconds(9)));
    }

    void restocked() {
        stock(new StockRestocked(id), PLACED.plusSeconds(10));
    }

    void cancelled() {
        own(new OrderCancelled(id, PLACED.plusSeconds(11)), 5);
    }

    void notifiedOfCancellation() {
        projection.on(new CustomerNotified(id, NotificationKind.ORDER_CANCELLED, PLACED.plusSeconds(12)));
    }

    void own(StatusEvent event, long version) {
        projection.on(new OrderFacts(List.of(new OrderFact(event, version))));
    }

    void stock(ReservationEvent event, Instant at) {
        var type = TypeName.of(event.getClass());
        projection.on(new Received<>(
                event,
                new Envelope(id.value(), type, "/test", event.subject(), 1, at, id.value(), null, null, "test", 0, 0)));
    }

    OrderPlaced placement() {
        var line = new OrderLine(new Sku("LAMP"), "Lamp <b>\"Löwe\"</b>", new Quantity(2), Money.of("19.99", "EUR"));
        return new OrderPlaced(
                id,
                new CustomerId("ada"),
                List.of(line),
                TOTAL,
                new PaymentInstrument(PaymentInstrument.Method.CARD, "tok_ok"),
                "ada@example.com",
                new ShippingAddress("Ada", "Street 1", "London", "N1", "GB"),
                PLACED);
    }
}
