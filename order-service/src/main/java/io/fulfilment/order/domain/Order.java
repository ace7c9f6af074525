package io.fulfilment.order.domain;

import io.fulfilment.events.order.OrderEvent;
import io.fulfilment.events.order.OrderEvent.OrderCancellationRequested;
import io.fulfilment.events.order.OrderEvent.OrderCancelled;
import io.fulfilment.events.order.OrderEvent.OrderCompleted;
import io.fulfilment.events.order.OrderEvent.OrderConfirmed;
import io.fulfilment.events.order.OrderEvent.OrderPlaced;
import io.fulfilment.events.order.OrderEvent.OrderRejected;
import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentInstrument;
import io.fulfilment.events.value.RejectionReason;
import io.fulfilment.events.value.ShippingAddress;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order. Its verbs answer with the fact that they brought about, or with nothing where it had come about before, so
 * that a command may be repeated; what the status forbids is an {@link IllegalTransition}.
 *
 * <p>What was ordered never changes: only the status and what goes with it are ever written again.
 */
@Entity
@Table(name = "orders")
public class Order {

    @Id
    @Column(name = "order_id")
    private UUID id;

    /** Counts the changes of the order's status, from 1. */
    @Version
    private long version;

    @Column(updatable = false)
    private String customerId;

    @Column(updatable = false)
    private OrderLines lines;

    @Column(updatable = false)
    private String email;

    @Column(updatable = false)
    private ShippingAddress shippingAddress;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    @Enumerated(EnumType.STRING)
    private @Nullable RejectionReason reason;

    /** The status in which the cancellation was asked for; null unless it was. */
    @Enumerated(EnumType.STRING)
    private @Nullable OrderStatus cancelledFrom;

    @Column(updatable = false)
    private Instant placedAt;

    private Instant updatedAt;

    /** For the persistence provider, which fills the fields itself. */
    @SuppressWarnings("NullAway.Init")
    protected Order() {}

    private Order(OrderId id, Placement placement, OrderLines lines, Instant at) {
        this.id = id.value();
        this.version = 1;
        this.customerId = placement.customer().value();
        this.lines = lines;
        this.email = placement.email();
        this.shippingAddress = placement.shippingAddress();
        this.status = OrderStatus.PENDING;
        this.placedAt = at;
        this.updatedAt = at;
    }

    public static Order place(OrderId id, Placement placement, OrderLines lines, Instant at) {
        return new Order(id, placement, lines, at);
    }

    /** The fact that the order was placed; how it is paid is told, but not kept. */
    public OrderPlaced placed(PaymentInstrument payment) {
        return new OrderPlaced(
                id(),
                new CustomerId(customerId),
                lines.lines(),
                lines.total(),
                payment,
                email,
                shippingAddress,
                placedAt);
    }

    /** The saga's pivot. */
    public Optional<OrderConfirmed> confirm(Instant at) {
        return switch (status) {
            case PENDING -> {
                become(OrderStatus.CONFIRMED, at);
                yield Optional.of(new OrderConfirmed(id(), at));
            }
            case CONFIRMED, COMPLETED -> Optional.empty();
            case CANCELLING, CANCELLED -> nothingIfConfirmed(OrderStatus.CONFIRMED);
            case REJECTED -> throw forbidden(OrderStatus.CONFIRMED);
        };
    }

    /** A repetition keeps the first reason. */
    public Optional<OrderRejected> reject(RejectionReason why, Instant at) {
        return switch (status) {
            case PENDING -> {
                become(OrderStatus.REJECTED, at);
                reason = why;
                yield Optional.of(new OrderRejected(id(), why, at));
            }
            case REJECTED -> Optional.empty();
            case CONFIRMED, COMPLETED, CANCELLING, CANCELLED -> throw forbidden(OrderStatus.REJECTED);
        };
    }

    /** A confirmed order whose cancellation was asked for stays as it is: its fulfilment ends, and is undone then. */
    public Optional<OrderCompleted> complete(Instant at) {
        return switch (status) {
            case CONFIRMED -> {
                become(OrderStatus.COMPLETED, at);
                yield Optional.of(new OrderCompleted(id(), at));
            }
            case COMPLETED -> Optional.empty();
            case CANCELLING, CANCELLED -> nothingIfConfirmed(OrderStatus.COMPLETED);
            case PENDING, REJECTED -> throw forbidden(OrderStatus.COMPLETED);
        };
    }

    /**
     * From here on the order will end as cancelled. A repetition keeps the first note.
     *
     * @param by the subject of who asks
     * @param window how long after its completion an order can still be cancelled
     * @throws CancellationRefused if it is too late
     */
    public Optional<OrderCancellationRequested> requestCancellation(
            String by, String note, Instant at, Duration window) {
        return switch (status) {
            case PENDING, CONFIRMED -> Optional.of(cancelling(by, note, at));
            case COMPLETED -> {
                requireWithin(window, at);
                yield Optional.of(cancelling(by, note, at));
            }
            case CANCELLING -> Optional.empty();
            case REJECTED, CANCELLED -> throw CancellationRefused.of(status);
        };
    }

    /** Closes an order whose cancellation was asked for. */
    public Optional<OrderCancelled> cancel(Instant at) {
        return switch (status) {
            case CANCELLING -> {
                become(OrderStatus.CANCELLED, at);
                yield Optional.of(new OrderCancelled(id(), at));
            }
            case CANCELLED -> Optional.empty();
            case PENDING, CONFIRMED, COMPLETED, REJECTED -> throw forbidden(OrderStatus.CANCELLED);
        };
    }

    public OrderId id() {
        return new OrderId(id);
    }

    public long version() {
        return version;
    }

    public OrderStatus status() {
        return status;
    }

    /** Why the order was rejected; empty unless it was. */
    public Optional<RejectionReason> reason() {
        return Optional.ofNullable(reason);
    }

    /** Whether the cancellation came before the pivot, which is refused since. */
    public boolean isCancelledUnconfirmed() {
        return cancelledFrom == OrderStatus.PENDING;
    }

    private OrderCancellationRequested cancelling(String by, String note, Instant at) {
        cancelledFrom = status;
        become(OrderStatus.CANCELLING, at);
        return new OrderCancellationRequested(id(), by, note, at);
    }

    /** Nothing has changed a completed order since it was completed. */
    private void requireWithin(Duration window, Instant at) {
        if (Duration.between(updatedAt, at).compareTo(window) > 0) {
            throw CancellationRefused.since(updatedAt.plus(window));
        }
    }

    private <E extends OrderEvent> Optional<E> nothingIfConfirmed(OrderStatus next) {
        if (isCancelledUnconfirmed()) {
            throw forbidden(next);
        }
        return Optional.empty();
    }

    private void become(OrderStatus next, Instant at) {
        status = next;
        updatedAt = at;
    }

    private IllegalTransition forbidden(OrderStatus next) {
        return new IllegalTransition(id(), status, next);
    }
}
