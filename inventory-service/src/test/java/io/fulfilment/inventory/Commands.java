package io.fulfilment.inventory;

import io.fulfilment.events.Message;
import io.fulfilment.events.TypeName;
import io.fulfilment.events.inventory.InventoryCommand.DispatchStock;
import io.fulfilment.events.inventory.InventoryCommand.ReleaseStock;
import io.fulfilment.events.inventory.InventoryCommand.ReserveStock;
import io.fulfilment.events.inventory.InventoryCommand.Restock;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.Quantity;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.events.value.StockLine;
import io.fulfilment.messaging.Envelope;
import io.fulfilment.messaging.Received;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Commands as they would be received; the saga of an order has the order's id. */
public final class Commands {

    private Commands() {}

    public static OrderId newOrder() {
        return new OrderId(UUID.randomUUID());
    }

    public static StockLine line(Sku sku, int quantity) {
        return new StockLine(sku, new Quantity(quantity));
    }

    public static Received<ReserveStock> reserve(OrderId orderId, StockLine... lines) {
        return received(new ReserveStock(sagaOf(orderId), orderId, List.of(lines)));
    }

    public static Received<ReleaseStock> release(OrderId orderId) {
        return received(new ReleaseStock(sagaOf(orderId), orderId));
    }

    public static Received<DispatchStock> dispatch(OrderId orderId) {
        return received(new DispatchStock(sagaOf(orderId), orderId));
    }

    public static Received<Restock> restock(OrderId orderId) {
        return received(new Restock(sagaOf(orderId), orderId));
    }

    public static SagaId sagaOf(OrderId orderId) {
        return new SagaId(orderId.value());
    }

    private static <M extends Message> Received<M> received(M message) {
        var type = TypeName.of(message.getClass());
        var envelope = new Envelope(
                UUID.randomUUID(),
                type,
                "/test",
                message.subject(),
                1,
                Instant.now(),
                UUID.randomUUID(),
                null,
                null,
                "test",
                0,
                0);
        return new Received<>(message, envelope);
    }
}
