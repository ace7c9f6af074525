package io.fulfilment.payment.domain;

import io.fulfilment.payment.domain.PaymentState.Authorized;
import io.fulfilment.payment.domain.PaymentState.Authorizing;
import io.fulfilment.payment.domain.PaymentState.AwaitingAuthorization;
import io.fulfilment.payment.domain.PaymentState.AwaitingCapture;
import io.fulfilment.payment.domain.PaymentState.AwaitingVoid;
import io.fulfilment.payment.domain.PaymentState.CaptureRefused;
import io.fulfilment.payment.domain.PaymentState.Declined;
import io.fulfilment.payment.domain.PaymentState.Forestalled;
import io.fulfilment.payment.domain.PaymentState.NotRequested;
import io.fulfilment.payment.domain.PaymentState.RefundRefused;
import io.fulfilment.payment.domain.PaymentState.Refundable;
import io.fulfilment.payment.domain.PaymentState.Refunded;
import io.fulfilment.payment.domain.PaymentState.RefundedWhileAuthorizing;
import io.fulfilment.payment.domain.PaymentState.RefundedWhileCapturing;
import io.fulfilment.payment.domain.PaymentState.Refunding;
import io.fulfilment.payment.domain.PaymentState.ReturnRefused;
import io.fulfilment.payment.domain.PaymentState.Returning;
import io.fulfilment.payment.domain.PaymentState.Taken;
import io.fulfilment.payment.domain.PaymentState.Voidable;
import io.fulfilment.payment.domain.PaymentState.Voided;
import io.fulfilment.payment.domain.PaymentState.VoidedWhileAuthorizing;
import io.fulfilment.payment.domain.PaymentState.Voiding;

/** What is answered to whoever asked for an operation. It follows from the payment's state alone, so a repeated command gets the same. */
public sealed interface Answer {

    record Succeeded() implements Answer {}

    record Refused(String reason) implements Answer {}

    /** The gateway has yet to speak. */
    record NotYet() implements Answer {}

    static Answer to(Operation asked, PaymentState state) {
        return switch (asked) {
            case AUTHORIZE -> toAuthorize(state);
            case CAPTURE -> toCapture(state);
            case VOID -> toVoid(state);
            case REFUND -> toRefund(state);
        };
    }

    private static Answer toAuthorize(PaymentState state) {
        return switch (state) {
            case Authorizing _ -> new NotYet();
            case Authorized _, AwaitingCapture _, Taken _, CaptureRefused _ -> new Succeeded();
            case Declined it -> new Refused(it.reason());
            case VoidedWhileAuthorizing _,
                    RefundedWhileAuthorizing _,
                    AwaitingVoid _,
                    ReturnRefused _,
                    Voided _,
                    Forestalled _ -> new Refused("the payment was voided");
            case NotRequested _ -> throw unheardOf(Operation.AUTHORIZE);
        };
    }

    private static Answer toCapture(PaymentState state) {
        return switch (state) {
            case AwaitingCapture _ -> new NotYet();
            case Taken _ -> new Succeeded();
            case CaptureRefused it -> new Refused(it.reason());
            case NotRequested _,
                    AwaitingAuthorization _,
                    Authorized _,
                    Declined _,
                    AwaitingVoid _,
                    ReturnRefused _,
                    Voided _,
                    Forestalled _ -> new Refused("nothing is authorised");
        };
    }

    private static Answer toVoid(PaymentState state) {
        return switch (state) {
            case VoidedWhileAuthorizing _, Voiding _ -> new NotYet();
            case Declined _, Voided _, Forestalled _ -> new Succeeded();
            case NotRequested _,
                    Voidable _,
                    RefundedWhileAuthorizing _,
                    Returning _,
                    ReturnRefused _,
                    AwaitingCapture _,
                    Taken _ -> throw unheardOf(Operation.VOID);
        };
    }

    private static Answer toRefund(PaymentState state) {
        return switch (state) {
            case VoidedWhileAuthorizing _,
                    RefundedWhileAuthorizing _,
                    AwaitingVoid _,
                    RefundedWhileCapturing _,
                    Refunding _ -> new NotYet();
            case Declined _, Voided _, Forestalled _, Refunded _ -> new Succeeded();
            case ReturnRefused it -> new Refused(it.reason());
            case RefundRefused it -> new Refused(it.reason());
            case NotRequested _, Voidable _, Refundable _ -> throw unheardOf(Operation.REFUND);
        };
    }

    private static IllegalStateException unheardOf(Operation asked) {
        return new IllegalStateException(asked + " has left no trace in the history");
    }
}
