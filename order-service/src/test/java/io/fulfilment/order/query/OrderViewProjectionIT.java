package io.fulfilment.order.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.inventory.InventoryEvent.StockReservationExpired;
import io.fulfilment.events.notification.NotificationEvent.CustomerNotificationFailed;
import io.fulfilment.events.notification.NotificationKind;
import io.fulfilment.events.order.OrderEvent.OrderCancellationRequested;
import io.fulfilment.events.order.OrderEvent.OrderRejected;
import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.RejectionReason;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.order.domain.OrderStatus;
import io.fulfilment.order.query.OrderView.Cancellation;
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

    private final OrderViews views;
    private final TransactionTemplate transaction;
    private final OrderStory story;
    private final OrderId id;

    @Autowired
    OrderViewProjectionIT(
            OrderViewProjection projection, OrderViews views, TransactionTemplate transaction, IdSource ids) {
        this.views = views;
        this.transaction = transaction;
        this.id = new OrderId(ids.next());
        this.story = new OrderStory(id, projection);
    }

    @Test
    void showsAnOrderAsItWasPlaced() {
        together(story::placed);
        assertThat(view()).isEqualTo(OrderView.of(story.placement()));
    }

    @Test
    void showsWhatEveryServiceStates() {
        together(story::placed, story::reserved, story::authorized, story::confirmed);
        together(story::captured, story::dispatched);
        together(story::completed, story::notified);
        assertThat(view()).isEqualTo(complete());
    }

    @Test
    void showsThatAnOrderIsBeingCancelled() {
        together(story::placed);
        together(() ->
                story.own(new OrderCancellationRequested(id, "ada", "too dear", OrderStory.PLACED.plusSeconds(1)), 2));
        assertThat(view().status()).isEqualTo(OrderStatus.CANCELLING);
        assertThat(view().reason()).isNull();
        assertThat(view().cancellation()).isEqualTo(new Cancellation("too dear", OrderStory.PLACED.plusSeconds(1)));
        assertThat(views.changes(id, 1)).extracting(StatusChange::status).containsExactly(OrderStatus.CANCELLING);
    }

    @Test
    void showsThatGoodsAreHeldNoLonger() {
        together(story::placed, story::reserved);
        together(() -> story.stock(new StockReservationExpired(id), OrderStory.PLACED.plusSeconds(2)));
        assertThat(view().stock().status()).isEqualTo(StockStatus.EXPIRED);
    }

    @Test
    void showsNothingBeforeTheOrderIsPlaced() {
        together(story::authorized);
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
                        List.of(
                                story::placed,
                                story::confirmed,
                                story::completed,
                                story::cancellationRequested,
                                story::cancelled),
                        List.of(story::authorized, story::captured, story::refunded),
                        List.of(story::reserved, story::dispatched, story::restocked),
                        List.of(story::notified, story::notifiedOfCancellation)));
        while (!interleaved.isEmpty()) {
            var batch = interleaved.subList(0, 1 + random.nextInt(interleaved.size()));
            together(batch.toArray(Runnable[]::new));
            batch.clear();
        }
        assertThat(view()).as("seed " + seed).isEqualTo(cancelled());
    }

    @Test
    void neverGoesBackToAnOlderVersion() {
        together(story::placed);
        together(story::confirmed);
        together(story::completed);
        together(story::confirmed);
        together(story::placed);
        assertThat(view().status()).isEqualTo(OrderStatus.COMPLETED);
        assertThat(view().version()).isEqualTo(3);
    }

    @Test
    void tellsWhyAnOrderWasRejected() {
        together(story::placed);
        together(() ->
                story.own(new OrderRejected(id, RejectionReason.OUT_OF_STOCK, OrderStory.PLACED.plusSeconds(1)), 2));
        assertThat(view().status()).isEqualTo(OrderStatus.REJECTED);
        assertThat(view().reason()).isEqualTo(RejectionReason.OUT_OF_STOCK);
    }

    @Test
    void keepsOneNotificationOfAKind() {
        var failed = new CustomerNotificationFailed(
                id, NotificationKind.ORDER_COMPLETED, "mailbox full", OrderStory.PLACED.plusSeconds(1));
        together(story::placed, () -> story.projection().on(failed));
        together(story::notified);
        assertThat(view().notifications())
                .singleElement()
                .satisfies(notification -> assertThat(notification.status()).isEqualTo(Notification.Status.SENT));
    }

    @Test
    void changesNothingWhenTheTransactionFails() {
        together(story::placed);
        transaction.executeWithoutResult(status -> {
            story.authorized();
            status.setRollbackOnly();
        });
        assertThat(view()).isEqualTo(OrderView.of(story.placement()));
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
                null,
                story.placement().lines(),
                OrderStory.TOTAL,
                new OrderView.Payment(PaymentStatus.CAPTURED),
                new OrderView.Stock(StockStatus.DISPATCHED),
                List.of(sent(NotificationKind.ORDER_COMPLETED, OrderStory.PLACED.plusSeconds(7))),
                3,
                OrderStory.PLACED,
                OrderStory.PLACED.plusSeconds(7));
    }

    private OrderView cancelled() {
        return new OrderView(
                id,
                new CustomerId("ada"),
                OrderStatus.CANCELLED,
                null,
                new Cancellation("too \"dear\"", OrderStory.PLACED.plusSeconds(8)),
                story.placement().lines(),
                OrderStory.TOTAL,
                new OrderView.Payment(PaymentStatus.REFUNDED),
                new OrderView.Stock(StockStatus.RESTOCKED),
                List.of(
                        sent(NotificationKind.ORDER_COMPLETED, OrderStory.PLACED.plusSeconds(7)),
                        sent(NotificationKind.ORDER_CANCELLED, OrderStory.PLACED.plusSeconds(12))),
                5,
                OrderStory.PLACED,
                OrderStory.PLACED.plusSeconds(12));
    }

    private static Notification sent(NotificationKind kind, Instant at) {
        return new Notification(kind, Notification.Status.SENT, at);
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
