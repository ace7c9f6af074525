package io.fulfilment.payment.domain;

import io.fulfilment.payment.domain.PaymentState.Authorized;
import io.fulfilment.payment.domain.PaymentState.Authorizing;
import io.fulfilment.payment.domain.PaymentState.AwaitingAuthorization;
import io.fulfilment.payment.domain.PaymentState.AwaitingCapture;
import io.fulfilment.payment.domain.PaymentState.AwaitingVoid;
import io.fulfilment.payment.domain.PaymentState.Forestalled;
import io.fulfilment.payment.domain.PaymentState.NotRequested;
import io.fulfilment.payment.domain.PaymentState.Refundable;
import io.fulfilment.payment.domain.PaymentState.Refunding;
import io.fulfilment.payment.domain.PaymentState.Returning;
import io.fulfilment.payment.domain.PaymentState.Voidable;
import io.fulfilment.payment.domain.StoredEvent.AuthorizationDeclined;
import io.fulfilment.payment.domain.StoredEvent.AuthorizationForestalled;
import io.fulfilment.payment.domain.StoredEvent.AuthorizationGranted;
import io.fulfilment.payment.domain.StoredEvent.AuthorizationRequested;
import io.fulfilment.payment.domain.StoredEvent.CaptureDeclined;
import io.fulfilment.payment.domain.StoredEvent.CapturePerformed;
import io.fulfilment.payment.domain.StoredEvent.CaptureRequested;
import io.fulfilment.payment.domain.StoredEvent.RefundDeclined;
import io.fulfilment.payment.domain.StoredEvent.RefundPerformed;
import io.fulfilment.payment.domain.StoredEvent.RefundRequested;
import io.fulfilment.payment.domain.StoredEvent.ReturnRequested;
import io.fulfilment.payment.domain.StoredEvent.VoidDeclined;
import io.fulfilment.payment.domain.StoredEvent.VoidPerformed;
import io.fulfilment.payment.domain.StoredEvent.VoidRequested;
import java.util.List;

/** Folds stored events to the state that they lead to. */
public final class PaymentHistory {

    private PaymentHistory() {}

    public static PaymentState fold(List<StoredEvent> events) {
        return fold(new NotRequested(), events);
    }

    public static PaymentState fold(PaymentState from, List<StoredEvent> events) {
        PaymentState state = from;
        for (StoredEvent event : events) {
            state = evolve(state, event);
        }
        return state;
    }

    /** @throws IllegalStateException if the event can't follow on the state: the history is broken */
    public static PaymentState evolve(PaymentState state, StoredEvent event) {
        return switch (event) {
            case AuthorizationRequested it -> requested(in(NotRequested.class, state, event), it);
            case AuthorizationGranted it ->
                in(AwaitingAuthorization.class, state, event).granted(it.at());
            case AuthorizationDeclined it ->
                in(AwaitingAuthorization.class, state, event).declined(it.reason(), it.at());
            case CaptureRequested _ -> in(Authorized.class, state, event).captureRequested();
            case CapturePerformed it -> in(AwaitingCapture.class, state, event).performed(it.at());
            case CaptureDeclined it -> in(AwaitingCapture.class, state, event).declined(it.reason());
            case VoidRequested _ -> in(Voidable.class, state, event).voidRequested();
            case VoidPerformed it -> in(AwaitingVoid.class, state, event).performed(it.at());
            case ReturnRequested _ -> in(Voidable.class, state, event).returnRequested();
            case VoidDeclined it -> in(Returning.class, state, event).declined(it.reason());
            case RefundRequested _ -> in(Refundable.class, state, event).refundRequested();
            case RefundPerformed it -> in(Refunding.class, state, event).performed(it.at());
            case RefundDeclined it -> in(Refunding.class, state, event).declined(it.reason());
            case AuthorizationForestalled it -> forestalled(in(NotRequested.class, state, event), it);
        };
    }

    private static PaymentState requested(NotRequested nothing, AuthorizationRequested event) {
        return new Authorizing(
                new PaymentTerms(event.paymentId(), event.orderId(), event.customerId(), event.amount()));
    }

    private static PaymentState forestalled(NotRequested nothing, AuthorizationForestalled event) {
        return new Forestalled(event.paymentId(), event.orderId(), event.at());
    }

    private static <S extends PaymentState> S in(Class<S> legal, PaymentState state, StoredEvent event) {
        if (!legal.isInstance(state)) {
            throw new IllegalStateException(event.getClass().getSimpleName() + " can't follow on " + state);
        }
        return legal.cast(state);
    }
}
