package io.fulfilment.inventory.application;

import static io.fulfilment.inventory.Commands.dispatch;
import static io.fulfilment.inventory.Commands.line;
import static io.fulfilment.inventory.Commands.newOrder;
import static io.fulfilment.inventory.Commands.release;
import static io.fulfilment.inventory.Commands.reserve;
import static io.fulfilment.inventory.Commands.restock;
import static io.fulfilment.inventory.Commands.sagaOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfilment.events.Message;
import io.fulfilment.events.inventory.InventoryEvent.StockDispatched;
import io.fulfilment.events.inventory.InventoryEvent.StockReleased;
import io.fulfilment.events.inventory.InventoryEvent.StockReservationRefused;
import io.fulfilment.events.inventory.InventoryEvent.StockReserved;
import io.fulfilment.events.inventory.InventoryEvent.StockRestocked;
import io.fulfilment.events.inventory.InventoryReply.DispatchStockRefused;
import io.fulfilment.events.inventory.InventoryReply.DispatchStockSucceeded;
import io.fulfilment.events.inventory.InventoryReply.ReleaseStockSucceeded;
import io.fulfilment.events.inventory.InventoryReply.ReserveStockRefused;
import io.fulfilment.events.inventory.InventoryReply.ReserveStockSucceeded;
import io.fulfilment.events.inventory.InventoryReply.RestockSucceeded;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.RecordedOutbox;
import io.fulfilment.inventory.Shelf;
import io.fulfilment.inventory.Slice;
import io.fulfilment.inventory.query.ProductView.StockView;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({Slice.class, Shelf.class})
class ReservationIT {

    @Autowired
    private MovingStock moving;

    @Autowired
    private Shelf shelf;

    @Autowired
    private RecordedOutbox outbox;

    private final OrderId order = newOrder();

    @Test
    void decidesABatchInItsOrder() {
        Sku cup = shelf.product(5);
        Sku pot = shelf.product(2);
        OrderId second = newOrder();
        OrderId third = newOrder();
        moving.handle(List.of(
                reserve(order, line(cup, 3), line(pot, 1), line(cup, 1)),
                reserve(second, line(cup, 2), line(pot, 1)),
                reserve(third, line(cup, 1), line(pot, 1))));
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(0, 5, 0));
        assertThat(shelf.stockOf(pot)).isEqualTo(new StockView(0, 2, 0));
        assertThat(outbox.about(order))
                .containsExactly(
                        new StockReserved(order, List.of(line(cup, 3), line(pot, 1), line(cup, 1))), reserved(order));
        assertThat(outbox.about(second))
                .containsExactly(
                        new StockReservationRefused(second, List.of(cup)), refused(second, "not enough of " + cup));
        assertThat(outbox.about(third)).last().isEqualTo(reserved(third));
    }

    @Test
    void answersARepeatedCommandAgainWithoutReservingAgain() {
        Sku cup = shelf.product(10);
        moving.handle(List.of(reserve(order, line(cup, 4))));
        moving.handle(List.of(reserve(order, line(cup, 4)), reserve(newOrder(), line(cup, 1))));
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(5, 5, 0));
        assertThat(outbox.about(order))
                .containsExactly(new StockReserved(order, List.of(line(cup, 4))), reserved(order), reserved(order));
    }

    @Test
    void refusesAgainWhatItRefusedEvenIfThereIsStockNow() {
        Sku cup = shelf.product(1);
        moving.handle(List.of(reserve(order, line(cup, 2))));
        shelf.add(cup, 10);
        moving.handle(List.of(reserve(order, line(cup, 2))));
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(11, 0, 0));
        assertThat(outbox.about(order)).last().isEqualTo(refused(order, "not enough of " + cup));
    }

    @Test
    void refusesAnUnknownProduct() {
        Sku unknown = new Sku("UNKNOWN");
        moving.handle(List.of(reserve(order, line(unknown, 1))));
        assertThat(outbox.about(order)).first().isEqualTo(new StockReservationRefused(order, List.of(unknown)));
    }

    @Test
    void releasesOnce() {
        Sku cup = shelf.product(10);
        moving.handle(List.of(reserve(order, line(cup, 4))));
        moving.handle(List.of(release(order)));
        moving.handle(List.of(release(order)));
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(10, 0, 0));
        assertThat(outbox.about(order))
                .filteredOn(StockReleased.class::isInstance)
                .hasSize(1);
        assertThat(outbox.about(order))
                .filteredOn(new ReleaseStockSucceeded(sagaOf(order), order)::equals)
                .hasSize(2);
    }

    @Test
    void refusesAReservationThatWasUndoneBeforeItCame() {
        Sku cup = shelf.product(10);
        moving.handle(List.of(release(order)));
        moving.handle(List.of(reserve(order, line(cup, 4))));
        moving.handle(List.of(dispatch(order)));
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(10, 0, 0));
        assertThat(outbox.about(order))
                .containsExactly(
                        new ReleaseStockSucceeded(sagaOf(order), order),
                        refused(order, "the reservation has been undone"),
                        new DispatchStockRefused(sagaOf(order), order, "the reservation has been undone"));
    }

    @Test
    void dispatchesOnce() {
        Sku cup = shelf.product(10);
        moving.handle(List.of(reserve(order, line(cup, 4))));
        moving.handle(List.of(dispatch(order)));
        moving.handle(List.of(dispatch(order)));
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(6, 0, 4));
        assertThat(outbox.about(order))
                .filteredOn(StockDispatched.class::isInstance)
                .hasSize(1);
        assertThat(outbox.about(order))
                .filteredOn(new DispatchStockSucceeded(sagaOf(order), order)::equals)
                .hasSize(2);
    }

    @Test
    void dispatchesNothingThatIsNotReserved() {
        moving.handle(List.of(dispatch(order)));
        assertThat(outbox.about(order))
                .containsExactly(new DispatchStockRefused(sagaOf(order), order, "nothing has been reserved"));
    }

    @Test
    void doesNotPretendToReleaseWhatHasLeftTheHouse() {
        Sku cup = shelf.product(10);
        moving.handle(List.of(reserve(order, line(cup, 4))));
        moving.handle(List.of(dispatch(order)));
        assertThatThrownBy(() -> moving.handle(List.of(release(order))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has left the house");
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(6, 0, 4));
    }

    @Test
    void takesBackOnceWhatHasLeftTheHouse() {
        Sku cup = shelf.product(10);
        moving.handle(List.of(reserve(order, line(cup, 4))));
        moving.handle(List.of(dispatch(order)));
        moving.handle(List.of(restock(order)));
        moving.handle(List.of(restock(order)));
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(10, 0, 0));
        assertThat(outbox.about(order)).containsOnlyOnce(new StockRestocked(order));
        assertThat(outbox.about(order))
                .filteredOn(new RestockSucceeded(sagaOf(order), order)::equals)
                .hasSize(2);
    }

    @Test
    void releasesWhatIsHeldWhenItIsToBeTakenBack() {
        Sku cup = shelf.product(10);
        moving.handle(List.of(reserve(order, line(cup, 4))));
        moving.handle(List.of(restock(order)));
        moving.handle(List.of(dispatch(order)));
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(10, 0, 0));
        assertThat(outbox.about(order))
                .contains(new StockReleased(order), new RestockSucceeded(sagaOf(order), order))
                .last()
                .isEqualTo(new DispatchStockRefused(sagaOf(order), order, "the reservation has been undone"));
    }

    @Test
    void reservesNothingForAnOrderThatIsTakenBackBefore() {
        Sku cup = shelf.product(10);
        moving.handle(List.of(restock(order)));
        moving.handle(List.of(reserve(order, line(cup, 4))));
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(10, 0, 0));
        assertThat(outbox.about(order))
                .containsExactly(
                        new RestockSucceeded(sagaOf(order), order), refused(order, "the reservation has been undone"));
    }

    private static Message reserved(OrderId order) {
        return new ReserveStockSucceeded(sagaOf(order), order);
    }

    private static Message refused(OrderId order, String reason) {
        return new ReserveStockRefused(sagaOf(order), order, reason);
    }
}
