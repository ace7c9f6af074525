package io.fulfilment.saga.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.Command;
import io.fulfilment.events.inventory.InventoryCommand;
import io.fulfilment.events.inventory.InventoryReply.*;
import io.fulfilment.events.notification.NotificationCommand.NotifyCustomer;
import io.fulfilment.events.notification.NotificationReply.*;
import io.fulfilment.events.order.OrderCommand;
import io.fulfilment.events.order.OrderReply.*;
import io.fulfilment.events.payment.PaymentCommand;
import io.fulfilment.events.payment.PaymentReply.*;
import io.fulfilment.events.saga.SagaReply;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.SagaId;
import java.util.Random;

/** The four services as the saga may rely on them: the same answer however often asked, and tombstones. */
final class SimulatedParticipants {

    enum Stock {
        UNTOUCHED,
        REFUSED,
        RESERVED,
        RELEASED,
        DISPATCHED
    }

    enum Payment {
        UNTOUCHED,
        DECLINED,
        AUTHORIZED,
        VOIDED,
        CAPTURED
    }

    enum Order {
        PENDING,
        ENDED_OTHERWISE,
        CONFIRMED,
        COMPLETED,
        REJECTED
    }

    private final Random random;
    Stock stock = Stock.UNTOUCHED;
    Payment payment = Payment.UNTOUCHED;
    Order order = Order.PENDING;

    SimulatedParticipants(Random random) {
        this.random = random;
    }

    SagaReply handle(Command command) {
        return switch (command) {
            case InventoryCommand asked -> inventory(asked);
            case PaymentCommand asked -> payment(asked);
            case OrderCommand asked -> order(asked);
            case NotifyCustomer asked ->
                random.nextInt(10) == 0
                        ? new NotifyCustomerFailed(asked.sagaId(), asked.orderId(), "unreachable")
                        : new NotifyCustomerSucceeded(asked.sagaId(), asked.orderId());
            default -> throw new AssertionError("not of this saga: " + command);
        };
    }

    private SagaReply inventory(InventoryCommand command) {
        SagaId saga = command.sagaId();
        OrderId id = command.orderId();
        return switch (command) {
            case InventoryCommand.ReserveStock _ -> {
                if (stock == Stock.UNTOUCHED) {
                    stock = random.nextInt(8) == 0 ? Stock.REFUSED : Stock.RESERVED;
                }
                yield stock == Stock.RESERVED || stock == Stock.DISPATCHED
                        ? new ReserveStockSucceeded(saga, id)
                        : new ReserveStockRefused(saga, id, "out of stock");
            }
            case InventoryCommand.ReleaseStock _ -> {
                assertThat(stock).isNotEqualTo(Stock.DISPATCHED);
                stock = Stock.RELEASED;
                yield new ReleaseStockSucceeded(saga, id);
            }
            case InventoryCommand.DispatchStock _ -> {
                assertThat(stock).isIn(Stock.RESERVED, Stock.DISPATCHED);
                stock = Stock.DISPATCHED;
                yield new DispatchStockSucceeded(saga, id);
            }
        };
    }

    private SagaReply payment(PaymentCommand command) {
        SagaId saga = command.sagaId();
        OrderId id = command.orderId();
        return switch (command) {
            case PaymentCommand.AuthorizePayment _ -> {
                if (payment == Payment.UNTOUCHED) {
                    payment = random.nextInt(8) == 0 ? Payment.DECLINED : Payment.AUTHORIZED;
                }
                yield payment == Payment.AUTHORIZED || payment == Payment.CAPTURED
                        ? new AuthorizePaymentSucceeded(saga, id)
                        : new AuthorizePaymentRefused(saga, id, "declined");
            }
            case PaymentCommand.VoidPayment _ -> {
                assertThat(payment).isNotEqualTo(Payment.CAPTURED);
                payment = Payment.VOIDED;
                yield new VoidPaymentSucceeded(saga, id);
            }
            case PaymentCommand.CapturePayment _ -> {
                assertThat(payment).isIn(Payment.AUTHORIZED, Payment.CAPTURED);
                if (payment != Payment.CAPTURED && random.nextInt(10) == 0) {
                    yield new CapturePaymentRefused(saga, id, "gateway refused this time");
                }
                payment = Payment.CAPTURED;
                yield new CapturePaymentSucceeded(saga, id);
            }
        };
    }

    private SagaReply order(OrderCommand command) {
        SagaId saga = command.sagaId();
        OrderId id = command.orderId();
        return switch (command) {
            case OrderCommand.ConfirmOrder _ -> {
                if (order == Order.PENDING) {
                    order = random.nextInt(12) == 0 ? Order.ENDED_OTHERWISE : Order.CONFIRMED;
                }
                yield order == Order.CONFIRMED || order == Order.COMPLETED
                        ? new ConfirmOrderSucceeded(saga, id)
                        : new ConfirmOrderRefused(saga, id, "ended otherwise");
            }
            case OrderCommand.RejectOrder _ -> {
                assertThat(order).isNotIn(Order.CONFIRMED, Order.COMPLETED);
                order = order == Order.PENDING ? Order.REJECTED : order;
                yield new RejectOrderSucceeded(saga, id);
            }
            case OrderCommand.CompleteOrder _ -> {
                assertThat(order).isIn(Order.CONFIRMED, Order.COMPLETED);
                order = Order.COMPLETED;
                yield new CompleteOrderSucceeded(saga, id);
            }
        };
    }
}
