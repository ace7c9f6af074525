package io.fulfilment.events.inventory;

import io.fulfilment.events.Event;
import io.fulfilment.events.MessageType;
import io.fulfilment.events.PublishedTo;
import io.fulfilment.events.Topic;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.events.value.StockLine;
import io.fulfilment.events.value.Text;
import java.util.List;

/** What inventory-service states: about a product, keyed by its SKU, or about an order's reservation. */
@PublishedTo(Topic.INVENTORY_EVENTS)
public sealed interface InventoryEvent extends Event {

    /** A fact about a product. */
    sealed interface ProductEvent extends InventoryEvent permits ProductPriced, StockAdjusted {

        Sku sku();

        @Override
        default String subject() {
            return sku().value();
        }
    }

    /** A fact about the stock that an order holds. */
    sealed interface ReservationEvent extends InventoryEvent
            permits StockReserved,
                    StockReservationRefused,
                    StockReservationExpired,
                    StockReleased,
                    StockDispatched,
                    StockRestocked {

        OrderId orderId();

        @Override
        default String subject() {
            return orderId().toString();
        }
    }

    /** A product's name and price from now on; carries its whole state. */
    @MessageType("io.fulfilment.inventory.ProductPriced")
    record ProductPriced(Sku sku, String name, Money price) implements ProductEvent {

        public ProductPriced {
            Text.check("a product's name", name);
        }
    }

    /**
     * Stock came in or was written off.
     *
     * @param delta pieces, positive or negative
     * @param reason for people; without personal data
     */
    @MessageType("io.fulfilment.inventory.StockAdjusted")
    record StockAdjusted(Sku sku, long delta, String reason) implements ProductEvent {}

    @MessageType("io.fulfilment.inventory.StockReserved")
    record StockReserved(OrderId orderId, List<StockLine> lines) implements ReservationEvent {

        public StockReserved {
            lines = List.copyOf(lines);
        }
    }

    /** @param missing the products of which there was not enough */
    @MessageType("io.fulfilment.inventory.StockReservationRefused")
    record StockReservationRefused(OrderId orderId, List<Sku> missing) implements ReservationEvent {

        public StockReservationRefused {
            missing = List.copyOf(missing);
        }
    }

    @MessageType("io.fulfilment.inventory.StockReleased")
    record StockReleased(OrderId orderId) implements ReservationEvent {}

    @MessageType("io.fulfilment.inventory.StockDispatched")
    record StockDispatched(OrderId orderId) implements ReservationEvent {}

    /** An order's pieces were held for too long and are available again. */
    @MessageType("io.fulfilment.inventory.StockReservationExpired")
    record StockReservationExpired(OrderId orderId) implements ReservationEvent {}

    /** An order's pieces had left, and are available again. */
    @MessageType("io.fulfilment.inventory.StockRestocked")
    record StockRestocked(OrderId orderId) implements ReservationEvent {}
}
