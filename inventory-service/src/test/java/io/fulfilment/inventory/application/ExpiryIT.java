package io.fulfilment.inventory.application;

import static io.fulfilment.inventory.Commands.dispatch;
import static io.fulfilment.inventory.Commands.line;
import static io.fulfilment.inventory.Commands.newOrder;
import static io.fulfilment.inventory.Commands.release;
import static io.fulfilment.inventory.Commands.reserve;
import static io.fulfilment.inventory.Commands.restock;
import static io.fulfilment.inventory.Commands.sagaOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.inventory.InventoryEvent.StockReservationExpired;
import io.fulfilment.events.inventory.InventoryReply.DispatchStockRefused;
import io.fulfilment.events.inventory.InventoryReply.DispatchStockSucceeded;
import io.fulfilment.events.inventory.InventoryReply.ReserveStockSucceeded;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.RecordedOutbox;
import io.fulfilment.inventory.Shelf;
import io.fulfilment.inventory.Slice;
import io.fulfilment.inventory.query.ProductView.StockView;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Reservations that last too long. */
@SpringJUnitConfig({Slice.class, Shelf.class})
class ExpiryIT {

    @Autowired
    private MovingStock moving;

    @Autowired
    private LookForOverdueReservations overdue;

    @Autowired
    private Shelf shelf;

    @Autowired
    private RecordedOutbox outbox;

    @Autowired
    private JdbcClient jdbc;

    private final OrderId order = newOrder();

    @Test
    void putsBackWhatIsHeldForTooLong(@Autowired MeterRegistry meters) {
        double before = meters.counter("inventory.reservations.expired").count();
        Sku cup = shelf.product(10);
        moving.handle(List.of(reserve(order, line(cup, 4))));
        heldFor(order, "24 hours 1 second");

        overdue.look();
        overdue.look();

        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(10, 0, 0));
        assertThat(outbox.about(order)).containsOnlyOnce(new StockReservationExpired(order));
        assertThat(meters.counter("inventory.reservations.expired").count()).isEqualTo(before + 1);
    }

    @Test
    void leavesAloneWhatIsHeldForLessOrHasEnded() {
        Sku cup = shelf.product(10);
        OrderId gone = newOrder();
        OrderId released = newOrder();
        moving.handle(
                List.of(reserve(order, line(cup, 1)), reserve(gone, line(cup, 2)), reserve(released, line(cup, 3))));
        moving.handle(List.of(dispatch(gone), release(released)));
        heldFor(order, "23 hours 59 minutes");
        heldFor(gone, "2 days");
        heldFor(released, "2 days");

        overdue.look();

        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(7, 1, 2));
    }

    @Test
    void dispatchesWhatExpiredIfItIsStillThere() {
        Sku cup = shelf.product(10);
        expired(order, cup, 4);

        moving.handle(List.of(dispatch(order)));

        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(6, 0, 4));
        assertThat(outbox.about(order)).last().isEqualTo(new DispatchStockSucceeded(sagaOf(order), order));
    }

    @Test
    void dispatchesLaterWhatIsNotThereNow() {
        Sku cup = shelf.product(4);
        expired(order, cup, 4);
        moving.handle(List.of(reserve(newOrder(), line(cup, 1))));

        moving.handle(List.of(dispatch(order)));
        assertThat(outbox.about(order))
                .last()
                .isEqualTo(new DispatchStockRefused(
                        sagaOf(order), order, "the reservation expired and there is not enough of " + cup));
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(3, 1, 0));

        shelf.add(cup, 1);
        moving.handle(List.of(dispatch(order)));
        assertThat(outbox.about(order)).last().isEqualTo(new DispatchStockSucceeded(sagaOf(order), order));
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(0, 1, 4));
    }

    @Test
    void keepsToTheAnswerOfWhatExpiredWhateverIsThere() {
        Sku cup = shelf.product(4);
        expired(order, cup, 4);
        moving.handle(List.of(reserve(newOrder(), line(cup, 1))));

        moving.handle(List.of(reserve(order, line(cup, 4))));

        assertThat(outbox.about(order))
                .endsWith(new StockReservationExpired(order), new ReserveStockSucceeded(sagaOf(order), order));
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(3, 1, 0));
    }

    @Test
    void keepsNothingOfWhatIsUndoneAfterwards() {
        Sku cup = shelf.product(10);
        OrderId other = newOrder();
        expired(order, cup, 4);
        expired(other, cup, 4);

        moving.handle(List.of(release(order), restock(other)));
        moving.handle(List.of(dispatch(order), dispatch(other)));

        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(10, 0, 0));
        assertThat(outbox.about(order)).last().isInstanceOf(DispatchStockRefused.class);
        assertThat(outbox.about(other)).last().isInstanceOf(DispatchStockRefused.class);
    }

    @Test
    void passesOverOneThatCannotExpire() {
        Sku cup = shelf.product(1_000);
        Sku lost = shelf.product(1);
        moving.handle(List.of(reserve(order, line(lost, 1))));
        heldFor(order, "3 days");
        jdbc.sql("UPDATE stock SET reserved = 0, available = 1 WHERE sku = ?")
                .param(lost.value())
                .update();
        var others = Stream.generate(() -> newOrder()).limit(250).toList();
        moving.handle(others.stream().map(each -> reserve(each, line(cup, 1))).toList());
        others.forEach(each -> heldFor(each, "2 days"));

        overdue.look();

        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(1_000, 0, 0));
        assertThat(shelf.stockOf(lost)).isEqualTo(new StockView(1, 0, 0));
        assertThat(outbox.about(order)).doesNotContain(new StockReservationExpired(order));
        // Or the other tests would pass over it, too.
        jdbc.sql("UPDATE reservation SET status = 'RELEASED' WHERE order_id = ?")
                .param(order.value())
                .update();
    }

    private void expired(OrderId order, Sku sku, int quantity) {
        moving.handle(List.of(reserve(order, line(sku, quantity))));
        heldFor(order, "2 days");
        overdue.look();
    }

    private void heldFor(OrderId order, String age) {
        jdbc.sql("UPDATE reservation SET changed_at = now() - ?::interval WHERE order_id = ?")
                .param(age)
                .param(order.value())
                .update();
    }
}
