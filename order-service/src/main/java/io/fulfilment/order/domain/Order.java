package io.fulfilment.order.domain;

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

    /** Counts the order's facts, from 1; so it equals the sequence of its latest message on the events' topic. */
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
            case CONFIRMED, COMPLETED -> throw forbidden(OrderStatus.REJECTED);
        };
    }

    public Optional<OrderCompleted> complete(Instant at) {
        return switch (status) {
            case CONFIRMED -> {
                become(OrderStatus.COMPLETED, at);
                yield Optional.of(new OrderCompleted(id(), at));
            }
            case COMPLETED -> Optional.empty();
            case PENDING, REJECTED -> throw forbidden(OrderStatus.COMPLETED);
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

    private void become(OrderStatus next, Instant at) {
        status = next;
        updatedAt = at;
    }

    private IllegalTransition forbidden(OrderStatus next) {
        return new IllegalTransition(id(), status, next);
    }
}
