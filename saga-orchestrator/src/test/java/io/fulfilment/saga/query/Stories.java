package io.fulfilment.saga.query;

import io.fulfilment.events.Reply;
import io.fulfilment.events.inventory.InventoryReply.*;
import io.fulfilment.events.notification.NotificationReply.*;
import io.fulfilment.events.order.OrderReply.*;
import io.fulfilment.events.payment.PaymentReply.*;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.saga.engine.FollowUp;
import io.fulfilment.saga.engine.OperatorAct;
import io.fulfilment.saga.engine.SagaConversation;
import io.fulfilment.saga.engine.SagaInput;
import io.fulfilment.saga.fulfilment.Example;
import io.fulfilment.saga.fulfilment.Fulfilment;
import io.fulfilment.saga.fulfilment.OrderFulfilment;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/** Sagas in situations that there is something to say of. */
public final class Stories {

    static final SagaId ID = SagaId.of("01970000-0000-7000-8000-000000000001");
    static final OrderId ORDER = OrderId.of("01970000-0000-7000-8000-000000000002");
    static final Fulfilment FULFILMENT = Fulfilment.of(ID, Example.order(ORDER.value()));

    private Stories() {}

    public static SagaConversation<Fulfilment> waitingForStock() {
        return SagaConversation.start(OrderFulfilment.DEFINITION, ID.value(), FULFILMENT)
                .timerFires();
    }

    static SagaConversation<Fulfilment> authorized() {
        var saga = SagaConversation.start(OrderFulfilment.DEFINITION, ID.value(), FULFILMENT);
        answer(saga, "reserve-stock", new ReserveStockSucceeded(ID, ORDER));
        return answer(saga, "authorize-payment", new AuthorizePaymentSucceeded(ID, ORDER));
    }

    public static SagaConversation<Fulfilment> parkedAtCapture() {
        var saga = answer(authorized(), "confirm-order", new ConfirmOrderSucceeded(ID, ORDER));
        return answer(saga, "capture-payment", new CapturePaymentRefused(ID, ORDER, "insufficient funds"));
    }

    static SagaConversation<Fulfilment> triedAnewAtCapture() {
        return parkedAtCapture().after(Duration.ofHours(2)).take(act(OperatorAct.RETRY));
    }

    static SagaConversation<Fulfilment> parkedAtThePivot() {
        var saga = authorized();
        for (int attempt = 1; attempt <= 14; attempt++) {
            saga.timerFires();
        }
        return saga;
    }

    public static SagaConversation<Fulfilment> closing() {
        var saga = answer(authorized(), "confirm-order", new ConfirmOrderSucceeded(ID, ORDER));
        answer(saga, "capture-payment", new CapturePaymentSucceeded(ID, ORDER));
        return answer(saga, "dispatch-stock", new DispatchStockSucceeded(ID, ORDER));
    }

    public static SagaConversation<Fulfilment> completed() {
        var saga = answer(closing(), "complete-order", new CompleteOrderSucceeded(ID, ORDER));
        return answer(saga, "notify-of-completion", new NotifyCustomerFailed(ID, ORDER, "no such address"));
    }

    static SagaConversation<Fulfilment> outOfBalance() {
        return completed()
                .after(Duration.ofHours(2))
                .take(new SagaInput.OutOfBalance(UUID.randomUUID(), "the money was given back"));
    }

    public static SagaConversation<Fulfilment> declined() {
        var saga = SagaConversation.start(OrderFulfilment.DEFINITION, ID.value(), FULFILMENT);
        answer(saga, "reserve-stock", new ReserveStockSucceeded(ID, ORDER));
        answer(saga, "authorize-payment", new AuthorizePaymentRefused(ID, ORDER, "card declined"));
        answer(saga, "release-stock", new ReleaseStockSucceeded(ID, ORDER));
        answer(saga, "reject-order", new RejectOrderSucceeded(ID, ORDER));
        return answer(saga, "notify-of-rejection", new NotifyCustomerSucceeded(ID, ORDER));
    }

    /** And parked while it is undone. */
    public static SagaConversation<Fulfilment> cancelled() {
        var saga = SagaConversation.start(OrderFulfilment.DEFINITION, ID.value(), FULFILMENT);
        answer(saga, "reserve-stock", new ReserveStockSucceeded(ID, ORDER));
        saga.after(Duration.ofSeconds(5)).take(new SagaInput.CancellationRequested(UUID.randomUUID()));
        answer(saga, "void-payment", new VoidPaymentSucceeded(ID, ORDER));
        for (int attempt = 1; attempt <= 20; attempt++) {
            saga.timerFires();
        }
        return saga;
    }

    static SagaConversation<Fulfilment> undoneByAnOperator() {
        var saga = waitingForStock().after(Duration.ofSeconds(5)).take(act(OperatorAct.COMPENSATE));
        answer(saga, "release-stock", new ReleaseStockSucceeded(ID, ORDER));
        return answer(saga, "reject-order", new RejectOrderRefused(ID, ORDER, "it is being cancelled"));
    }

    /** That of an order that had been completed. */
    public static SagaConversation<?> cancellation() {
        return begun(Objects.requireNonNull(OrderFulfilment.DEFINITION.undoing().followUp()));
    }

    private static <N> SagaConversation<N> begun(FollowUp<Fulfilment, N> followUp) {
        var instance = followUp.instance(ID.value(), FULFILMENT);
        return SagaConversation.start(followUp.next(), ID.value(), instance.data());
    }

    private static SagaConversation<Fulfilment> answer(SagaConversation<Fulfilment> saga, String step, Reply reply) {
        var command = saga.saga().run(step).orElseThrow().commands().getLast();
        return saga.after(Duration.ofSeconds(1)).reply(command, reply);
    }

    private static SagaInput act(OperatorAct act) {
        return new SagaInput.OperatorActed(act, "olivia", "because");
    }
}
