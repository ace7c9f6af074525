package io.fulfilment.events.inventory;

import io.fulfilment.events.Command;
import io.fulfilment.events.MessageType;
import io.fulfilment.events.PublishedTo;
import io.fulfilment.events.Topic;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.events.value.StockLine;
import java.util.List;

/** What inventory-service is asked. */
@PublishedTo(Topic.INVENTORY_COMMANDS)
public sealed interface InventoryCommand extends Command {

    SagaId sagaId();

    OrderId orderId();

    @Override
    default String subject() {
        return orderId().toString();
    }

    /** All lines or none; answered by {@link InventoryReply.ToReserveStock}. */
    @MessageType("io.fulfilment.inventory.ReserveStock")
    record ReserveStock(SagaId sagaId, OrderId orderId, List<StockLine> lines) implements InventoryCommand {

        public ReserveStock {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Undoes {@link ReserveStock}, also one that has not come yet: it will be refused. Answered by {@link
     * InventoryReply.ToReleaseStock}.
     */
    @MessageType("io.fulfilment.inventory.ReleaseStock")
    record ReleaseStock(SagaId sagaId, OrderId orderId) implements InventoryCommand {}

    /** Answered by {@link InventoryReply.ToDispatchStock}. */
    @MessageType("io.fulfilment.inventory.DispatchStock")
    record DispatchStock(SagaId sagaId, OrderId orderId) implements InventoryCommand {}

    /**
     * Takes back what went to the customer, or releases what is held for her; nothing is reserved for the order from then on.
     * Answered by {@link InventoryReply.ToRestock}.
     */
    @MessageType("io.fulfilment.inventory.Restock")
    record Restock(SagaId sagaId, OrderId orderId) implements InventoryCommand {}
}
