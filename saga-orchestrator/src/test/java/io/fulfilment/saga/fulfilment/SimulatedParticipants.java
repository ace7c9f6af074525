package io.fulfilment.saga.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.Command;
import io.fulfilment.events.inventory.InventoryCommand;
import io.fulfilment.events.inventory.InventoryReply.*;
import io.fulfilment.events.notification.NotificationCommand.NotifyCustomer;
import io.fulfilment.events.notification.NotificationKind;
import io.fulfilment.events.notification.NotificationReply.NotifyCustomerFailed;
import io.fulfilment.events.notification.NotificationReply.NotifyCustomerSucceeded;
import io.fulfilment.events.order.OrderCommand;
import io.fulfilment.events.order.OrderReply.*;
import io.fulfilment.events.payment.PaymentCommand;
import io.fulfilment.events.payment.PaymentReply.*;
import io.fulfilment.events.saga.SagaReply;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

/** The four services as the sagas may rely on them: the same answer however often asked, and tombstones. */
public final class SimulatedParticipants {

    enum Stock {
        UNTOUCHED,
        REFUSED,
        RESERVED,
        RELEASED,
        DISPATCHED,
        RESTOCKED
    }

    enum Payment {
        UNTOUCHED,
        DECLINED,
        AUTHORIZED,
        VOIDED,
        CAPTURED,
        REFUNDED
    }

    enum Order {
        PENDING,
        CONFIRMED,
        COMPLETED,
        REJECTED,
        CANCELLING,
        CANCELLED
    }

    private final Random random;
    private boolean willing;
    Stock stock = Stock.UNTOUCHED;
    Payment payment = Payment.UNTOUCHED;
    Order order = Order.PENDING;
    boolean confirmed;
    final Set<NotificationKind> told = EnumSet.noneOf(NotificationKind.class);

    SimulatedParticipants(Random random) {
        this.random = random;
    }

    /** @return whether the order is to be cancelled from now on, and was not before */
    boolean cancel() {
        boolean accepted = order == Order.PENDING || order == Order.CONFIRMED || order == Order.COMPLETED;
        if (accepted) {
            order = Order.CANCELLING;
        }
        return accepted;
    }

    /** @return whether an operator could do it by other means */
    boolean settle(Command command) {
        willing = true;
        var reply = handle(command);
        willing = false;
        return !(reply instanceof RejectOrderRefused);
    }

    SagaReply handle(Command command) {
        return switch (command) {
            case InventoryCommand asked -> inventory(asked);
            case PaymentCommand asked -> payment(asked);
            case OrderCommand asked -> order(asked);
            case NotifyCustomer asked -> notify(asked);
            default -> throw new AssertionError("not of these sagas: " + command);
        };
    }

    private SagaReply notify(NotifyCustomer asked) {
        if (!willing && random.nextInt(10) == 0) {
            return new NotifyCustomerFailed(asked.sagaId(), asked.orderId(), "unreachable");
        }
        told.add(asked.kind());
        return new NotifyCustomerSucceeded(asked.sagaId(), asked.orderId());
    }

    private SagaReply inventory(InventoryCommand command) {
        var saga = command.sagaId();
        var id = command.orderId();
        return switch (command) {
            case InventoryCommand.ReserveStock _ -> {
                if (stock == Stock.UNTOUCHED) {
                    stock = random.nextInt(8) == 0 ? Stock.REFUSED : Stock.RESERVED;
                }
                yield stock == Stock.RESERVED || stock == Stock.DISPATCHED || stock == Stock.RESTOCKED
                        ? new ReserveStockSucceeded(saga, id)
                        : new ReserveStockRefused(saga, id, "out of stock");
            }
            case InventoryCommand.ReleaseStock _ -> {
                assertThat(stock).as("stock to release").isNotIn(Stock.DISPATCHED, Stock.RESTOCKED);
                stock = Stock.RELEASED;
                yield new ReleaseStockSucceeded(saga, id);
            }
            case InventoryCommand.DispatchStock _ -> {
                assertThat(stock).as("stock to dispatch").isIn(Stock.RESERVED, Stock.DISPATCHED, Stock.RESTOCKED);
                stock = stock == Stock.RESERVED ? Stock.DISPATCHED : stock;
                yield new DispatchStockSucceeded(saga, id);
            }
            case InventoryCommand.Restock _ -> {
                stock = stock == Stock.DISPATCHED || stock == Stock.RESTOCKED ? Stock.RESTOCKED : Stock.RELEASED;
                yield new RestockSucceeded(saga, id);
            }
        };
    }

    private SagaReply payment(PaymentCommand command) {
        var saga = command.sagaId();
        var id = command.orderId();
        return switch (command) {
            case PaymentCommand.AuthorizePayment _ -> {
                if (payment == Payment.UNTOUCHED) {
                    payment = random.nextInt(8) == 0 ? Payment.DECLINED : Payment.AUTHORIZED;
                }
                yield payment == Payment.DECLINED || payment == Payment.VOIDED
                        ? new AuthorizePaymentRefused(saga, id, "declined")
                        : new AuthorizePaymentSucceeded(saga, id);
            }
            case PaymentCommand.VoidPayment _ -> {
                assertThat(payment).as("payment to void").isNotIn(Payment.CAPTURED, Payment.REFUNDED);
                payment = Payment.VOIDED;
                yield new VoidPaymentSucceeded(saga, id);
            }
            case PaymentCommand.CapturePayment _ -> {
                assertThat(payment).as("payment to take").isIn(Payment.AUTHORIZED, Payment.CAPTURED, Payment.REFUNDED);
                if (payment == Payment.AUTHORIZED && isUnwilling()) {
                    yield new CapturePaymentRefused(saga, id, "gateway refused this time");
                }
                payment = payment == Payment.AUTHORIZED ? Payment.CAPTURED : payment;
                yield new CapturePaymentSucceeded(saga, id);
            }
            case PaymentCommand.RefundPayment _ -> {
                if (payment == Payment.CAPTURED && isUnwilling()) {
                    yield new RefundPaymentRefused(saga, id, "gateway refused this time");
                }
                payment =
                        payment == Payment.CAPTURED || payment == Payment.REFUNDED ? Payment.REFUNDED : Payment.VOIDED;
                yield new RefundPaymentSucceeded(saga, id);
            }
        };
    }

    private SagaReply order(OrderCommand command) {
        var saga = command.sagaId();
        var id = command.orderId();
        return switch (command) {
            case OrderCommand.ConfirmOrder _ -> {
                if (order == Order.PENDING) {
                    order = Order.CONFIRMED;
                    confirmed = true;
                }
                yield confirmed
                        ? new ConfirmOrderSucceeded(saga, id)
                        : new ConfirmOrderRefused(saga, id, "it is being cancelled");
            }
            case OrderCommand.RejectOrder _ -> {
                assertThat(confirmed).as("a confirmed order is rejected").isFalse();
                if (order == Order.PENDING) {
                    order = Order.REJECTED;
                }
                yield order == Order.REJECTED
                        ? new RejectOrderSucceeded(saga, id)
                        : new RejectOrderRefused(saga, id, "it is being cancelled");
            }
            case OrderCommand.CompleteOrder _ -> {
                assertThat(confirmed)
                        .as("an order is completed without having been confirmed")
                        .isTrue();
                order = order == Order.CONFIRMED ? Order.COMPLETED : order;
                yield new CompleteOrderSucceeded(saga, id);
            }
            case OrderCommand.CancelOrder _ -> {
                assertThat(order).as("order to cancel").isIn(Order.CANCELLING, Order.CANCELLED);
                order = Order.CANCELLED;
                yield new CancelOrderSucceeded(saga, id);
            }
        };
    }

    private boolean isUnwilling() {
        return !willing && random.nextInt(10) == 0;
    }
}
