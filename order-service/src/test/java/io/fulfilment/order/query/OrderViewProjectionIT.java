package io.fulfilment.order.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.TypeName;
import io.fulfilment.events.inventory.InventoryEvent.ReservationEvent;
import io.fulfilment.events.inventory.InventoryEvent.StockDispatched;
import io.fulfilment.events.inventory.InventoryEvent.StockReserved;
import io.fulfilment.events.notification.NotificationEvent.CustomerNotificationFailed;
import io.fulfilment.events.notification.NotificationEvent.CustomerNotified;
import io.fulfilment.events.notification.NotificationKind;
import io.fulfilment.events.order.OrderEvent;
import io.fulfilment.events.order.OrderEvent.OrderCompleted;
import io.fulfilment.events.order.OrderEvent.OrderConfirmed;
import io.fulfilment.events.order.OrderEvent.OrderPlaced;
import io.fulfilment.events.order.OrderEvent.OrderRejected;
import io.fulfilment.events.payment.PaymentEvent.PaymentAuthorized;
import io.fulfilment.events.payment.PaymentEvent.PaymentCaptured;
import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.OrderLine;
import io.fulfilment.events.value.PaymentId;
import io.fulfilment.events.value.PaymentInstrument;
import io.fulfilment.events.value.Quantity;
import io.fulfilment.events.value.RejectionReason;
import io.fulfilment.events.value.ShippingAddress;
import io.fulfilment.events.value.Sku;
import io.fulfilment.messaging.Envelope;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.messaging.Received;
import io.fulfilment.order.application.OrderFact;
import io.fulfilment.order.application.OrderFacts;
import io.fulfilment.order.domain.OrderStatus;
import io.fulfilment.order.query.OrderView.Notification;
import io.fulfilment.testing.ServiceIT;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceIT
class OrderViewProjectionIT {

    private static final Instant PLACED = Instant.parse("2026-05-01T10:00:00.123456Z");
    private static final Money TOTAL = Money.of("39.98", "EUR");

    private final OrderViewProjection projection;
    private final OrderViews views;
    private final TransactionTemplate transaction;
    private final OrderId id;

    @Autowired
    OrderViewProjectionIT(
            OrderViewProjection projection, OrderViews views, TransactionTemplate transaction, IdSource ids) {
        this.projection = projection;
        this.views = views;
        this.transaction = transaction;
        this.id = new OrderId(ids.next());
    }

    @Test
    void showsAnOrderAsItWasPlaced() {
        together(this::placed);
        assertThat(view()).isEqualTo(OrderView.of(placement()));
    }

    @Test
    void showsWhatEveryServiceStates() {
        together(this::placed, this::reserved, this::authorized, this::confirmed);
        together(this::captured, this::dispatched);
        together(this::completed, this::notified);
        assertThat(view()).isEqualTo(complete());
    }

    @Test
    void showsNothingBeforeTheOrderIsPlaced() {
        together(this::authorized);
        assertThat(views.find(id)).isEmpty();
    }

    /** The topics in any order, each topic in its own, however the batches fall. */
    @RepeatedTest(20)
    void comesToTheSameWhateverTopicIsAhead() {
        var random = new Random();
        long seed = random.nextLong();
        random.setSeed(seed);
        var interleaved = interleaved(
                random,
                List.of(
                        List.of(this::placed, this::confirmed, this::completed),
                        List.of(this::authorized, this::captured),
                        List.of(this::reserved, this::dispatched),
                        List.of(this::notified)));
        while (!interleaved.isEmpty()) {
            var batch = interleaved.subList(0, 1 + random.nextInt(interleaved.size()));
            together(batch.toArray(Runnable[]::new));
            batch.clear();
        }
        assertThat(view()).as("seed " + seed).isEqualTo(complete());
    }

    @Test
    void neverGoesBackToAnOlderVersion() {
        together(this::placed);
        together(this::confirmed);
        together(this::completed);
        together(this::confirmed);
        together(this::placed);
        assertThat(view().status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(view().version()).isEqualTo(3);
    }

    @Test
    void tellsWhyAnOrderWasRejected() {
        together(this::placed);
        together(() -> own(new OrderRejected(id, RejectionReason.OUT_OF_STOCK, PLACED.plusSeconds(1)), 2));
        assertThat(view().status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(view().reason()).isEqualTo(RejectionReason.OUT_OF_STOCK);
    }

    @Test
    void keepsOneNotificationOfAKind() {
        var failed = new CustomerNotificationFailed(
                id, NotificationKind.ORDER_COMPLETED, "mailbox full", PLACED.plusSeconds(1));
        together(this::placed, () -> projection.on(failed));
        together(this::notified);
        assertThat(view().notifications())
                .singleElement()
                .satisfies(notification -> assertThat(notification.status()).isEqualTo(Notification.Status.SENT));
    }

    @Test
    void changesNothingWhenTheTransactionFails() {
        together(this::placed);
        transaction.executeWithoutResult(status -> {
            authorized();
            status.setRollbackOnly();
        });
        assertThat(view()).isEqualTo(OrderView.of(placement()));
    }

    private OrderView view() {
        return views.find(id).orElseThrow();
    }

    private OrderView complete() {
        return new OrderView(
                id,
                new CustomerId("ada"),
                OrderStatus.COMPLETED,
                null,
                placement().lines(),
                TOTAL,
                new OrderView.Payment(PaymentStatus.CAPTURED),
                new OrderView.Stock(StockStatus.DISPATCHED),
                List.of(new Notification(
                        NotificationKind.ORDER_COMPLETED, Notification.Status.SENT, PLACED.plusSeconds(7))),
                3,
                PLACED,
                PLACED.plusSeconds(7));
    }

    private void placed() {
        own(placement(), 1);
    }

    private void reserved() {
        stock(new StockReserved(id, List.of()), PLACED.plusSeconds(1));
    }

    private void authorized() {
        projection.on(new PaymentAuthorized(new PaymentId(id.value()), id, TOTAL, PLACED.plusSeconds(2)));
    }

    private void confirmed() {
        own(new OrderConfirmed(id, PLACED.plusSeconds(3)), 2);
    }

    private void captured() {
        projection.on(new PaymentCaptured(new PaymentId(id.value()), id, TOTAL, PLACED.plusSeconds(4)));
    }

    private void dispatched() {
        stock(new StockDispatched(id), PLACED.plusSeconds(5));
    }

    private void completed() {
        own(new OrderCompleted(id, PLACED.plusSeconds(6)), 3);
    }

    private void notified() {
        projection.on(new CustomerNotified(id, NotificationKind.ORDER_COMPLETED, PLACED.plusSeconds(7)));
    }

    private void own(OrderEvent event, long version) {
        projection.on(new OrderFacts(List.of(new OrderFact(event, version))));
    }

    private void stock(ReservationEvent event, Instant at) {
        var type = TypeName.of(event.getClass());
        projection.on(new Received<>(
                event,
                new Envelope(id.value(), type, "/test", event.subject(), 1, at, id.value(), null, null, "test", 0, 0)));
    }

    private OrderPlaced placement() {
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

    private void together(Runnable... events) {
        transaction.executeWithoutResult(status -> Arrays.stream(events).forEach(Runnable::run));
    }

    private static List<Runnable> interleaved(Random random, List<List<Runnable>> topics) {
        var turns = new ArrayList<Integer>();
        for (int topic = 0; topic < topics.size(); topic++) {
            turns.addAll(Collections.nCopies(topics.get(topic).size(), topic));
        }
        Collections.shuffle(turns, random);
        var next = topics.stream().map(List::iterator).toList();
        return new ArrayList<>(
                turns.stream().map(topic -> next.get(topic).next()).toList());
    }
}
