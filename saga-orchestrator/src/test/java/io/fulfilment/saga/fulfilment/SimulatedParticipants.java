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
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.SagaId;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

/** The four services as the sagas may rely on them: the same answer however often asked, and tombstones. */
public final class SimulatedParticipants {

    enum Stock {
        UNTOUCHED,
        REFUSED,
        RESERVED,
        EXPIRED,
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
        CAPTURE_REFUSED,
        REFUNDED,
        REFUND_REFUSED
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

    /** What is held for too long is held no more. */
    void expire() {
        if (stock == Stock.RESERVED) {
            stock = Stock.EXPIRED;
        }
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
        if (random.nextInt(10) == 0) {
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
                yield stock == Stock.REFUSED || stock == Stock.RELEASED
                        ? new ReserveStockRefused(saga, id, "out of stock")
                        : new ReserveStockSucceeded(saga, id);
            }
            case InventoryCommand.ReleaseStock _ -> {
                assertThat(stock).as("stock to release").isNotIn(Stock.DISPATCHED, Stock.RESTOCKED);
                stock = Stock.RELEASED;
                yield new ReleaseStockSucceeded(saga, id);
            }
            case InventoryCommand.DispatchStock _ -> dispatch(saga, id);
            case InventoryCommand.Restock _ -> {
                stock = stock == Stock.DISPATCHED || stock == Stock.RESTOCKED ? Stock.RESTOCKED : Stock.RELEASED;
                yield new RestockSucceeded(saga, id);
            }
        };
    }

    // What has expired is sent if it is still there; else it may be there later.
    private SagaReply dispatch(SagaId saga, OrderId id) {
        assertThat(stock).as("stock to dispatch").isNotIn(Stock.UNTOUCHED, Stock.REFUSED);
        if (stock == Stock.RELEASED || stock == Stock.EXPIRED && random.nextBoolean()) {
            return new DispatchStockRefused(saga, id, "nothing is held");
        }
        stock = stock == Stock.RESTOCKED ? stock : Stock.DISPATCHED;
        return new DispatchStockSucceeded(saga, id);
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
                assertThat(payment)
                        .as("payment to void")
                        .isIn(Payment.UNTOUCHED, Payment.AUTHORIZED, Payment.DECLINED, Payment.VOIDED);
                payment = Payment.VOIDED;
                yield new VoidPaymentSucceeded(saga, id);
            }
            case PaymentCommand.CapturePayment _ -> capture(saga, id);
            case PaymentCommand.RefundPayment _ -> refund(saga, id);
        };
    }

    private SagaReply capture(SagaId saga, OrderId id) {
        assertThat(payment).as("payment to take").isNotIn(Payment.UNTOUCHED, Payment.DECLINED);
        if (payment == Payment.AUTHORIZED) {
            payment = random.nextInt(10) == 0 ? Payment.CAPTURE_REFUSED : Payment.CAPTURED;
        }
        return payment == Payment.CAPTURE_REFUSED || payment == Payment.VOIDED
                ? new CapturePaymentRefused(saga, id, "the gateway will not")
                : new CapturePaymentSucceeded(saga, id);
    }

    private SagaReply refund(SagaId saga, OrderId id) {
        payment = switch (payment) {
            case CAPTURED -> random.nextInt(10) == 0 ? Payment.REFUND_REFUSED : Payment.REFUNDED;
            case UNTOUCHED, AUTHORIZED, CAPTURE_REFUSED -> Payment.VOIDED;
            case DECLINED, VOIDED, REFUNDED, REFUND_REFUSED -> payment;
        };
        return payment == Payment.REFUND_REFUSED
                ? new RefundPaymentRefused(saga, id, "the gateway will not")
                : new RefundPaymentSucceeded(saga, id);
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
}
