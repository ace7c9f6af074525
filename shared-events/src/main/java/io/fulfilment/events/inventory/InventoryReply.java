package io.fulfilment.events.inventory;

import io.fulfilment.events.MessageType;
import io.fulfilment.events.PublishedTo;
import io.fulfilment.events.Topic;
import io.fulfilment.events.saga.SagaReply;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.SagaId;

/** What inventory-service answers. */
@PublishedTo(Topic.SAGA_REPLIES)
public sealed interface InventoryReply extends SagaReply {

    sealed interface ToReserveStock extends InventoryReply permits ReserveStockSucceeded, ReserveStockRefused {}

    sealed interface ToReleaseStock extends InventoryReply permits ReleaseStockSucceeded {}

    sealed interface ToDispatchStock extends InventoryReply permits DispatchStockSucceeded, DispatchStockRefused {}

    sealed interface ToRestock extends InventoryReply permits RestockSucceeded {}

    @MessageType("io.fulfilment.inventory.ReserveStockSucceeded")
    record ReserveStockSucceeded(SagaId sagaId, OrderId orderId) implements ToReserveStock {}

    /**
     * Not enough of a product, or the reservation was undone before it came.
     *
     * @param reason for people; without personal data
     */
    @MessageType("io.fulfilment.inventory.ReserveStockRefused")
    record ReserveStockRefused(SagaId sagaId, OrderId orderId, String reason) implements ToReserveStock {}

    /** Nothing is reserved any more, whether or not something was. */
    @MessageType("io.fulfilment.inventory.ReleaseStockSucceeded")
    record ReleaseStockSucceeded(SagaId sagaId, OrderId orderId) implements ToReleaseStock {}

    @MessageType("io.fulfilment.inventory.DispatchStockSucceeded")
    record DispatchStockSucceeded(SagaId sagaId, OrderId orderId) implements ToDispatchStock {}

    /**
     * There is no active reservation for the order.
     *
     * @param reason for people; without personal data
     */
    @MessageType("io.fulfilment.inventory.DispatchStockRefused")
    record DispatchStockRefused(SagaId sagaId, OrderId orderId, String reason) implements ToDispatchStock {}

    /** Nothing of the order's is away or held any more, whether or not something was. */
    @MessageType("io.fulfilment.inventory.RestockSucceeded")
    record RestockSucceeded(SagaId sagaId, OrderId orderId) implements ToRestock {}
}
