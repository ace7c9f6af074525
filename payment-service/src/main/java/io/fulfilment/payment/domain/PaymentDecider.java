package io.fulfilment.payment.domain;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.payment.domain.Instruction.Authorize;
import io.fulfilment.payment.domain.Instruction.Capture;
import io.fulfilment.payment.domain.Instruction.Refund;
import io.fulfilment.payment.domain.Instruction.Settle;
import io.fulfilment.payment.domain.Instruction.Void;
import io.fulfilment.payment.domain.PaymentState.Authorized;
import io.fulfilment.payment.domain.PaymentState.AwaitingAuthorization;
import io.fulfilment.payment.domain.PaymentState.AwaitingCapture;
import io.fulfilment.payment.domain.PaymentState.AwaitingVoid;
import io.fulfilment.payment.domain.PaymentState.CaptureRefused;
import io.fulfilment.payment.domain.PaymentState.Capturing;
import io.fulfilment.payment.domain.PaymentState.Declined;
import io.fulfilment.payment.domain.PaymentState.Demanded;
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
import java.time.Instant;
import java.util.List;

/**
 * Decides what an instruction adds to a payment's history. What was asked before, or can't be done any more, adds
 * nothing; {@link Answer} tells what is to be said then.
 */
public final class PaymentDecider {

    private PaymentDecider() {}

    /** @throws IllegalInstruction if the instruction contradicts the history */
    public static List<StoredEvent> decide(PaymentState state, OrderId orderId, Instruction instruction, Instant at) {
        return switch (instruction) {
            case Authorize it -> authorize(state, it.terms(), at);
            case Capture _ -> capture(state, orderId, at);
            case Void it -> undo(state, orderId, it, at);
            case Refund it -> refund(state, orderId, it, at);
            case Settle it -> settle(state, orderId, it, at);
        };
    }

    private static List<StoredEvent> authorize(PaymentState state, PaymentTerms terms, Instant at) {
        return switch (state) {
            case NotRequested _ ->
                List.of(new AuthorizationRequested(
                        terms.paymentId(),
                        terms.orderId(),
                        terms.customerId(),
                        terms.amount(),
                        Operation.AUTHORIZE.gatewayKey(terms.orderId()),
                        at));
            case Forestalled _ -> List.of();
            case Demanded it when it.terms().sameDemandAs(terms) -> List.of();
            case Demanded _ ->
                throw new IllegalInstruction("another payment was demanded for order " + terms.orderId());
        };
    }

    private static List<StoredEvent> capture(PaymentState state, OrderId orderId, Instant at) {
        return switch (state) {
            case Authorized _ -> List.of(new CaptureRequested(Operation.CAPTURE.gatewayKey(orderId), at));
            case AwaitingCapture _, Taken _, CaptureRefused _ -> List.of();
            case NotRequested _,
                    AwaitingAuthorization _,
                    Declined _,
                    AwaitingVoid _,
                    ReturnRefused _,
                    Voided _,
                    Forestalled _ -> List.of();
        };
    }

    private static List<StoredEvent> undo(PaymentState state, OrderId orderId, Void instruction, Instant at) {
        return switch (state) {
            case NotRequested _ -> List.of(new AuthorizationForestalled(instruction.newId(), orderId, at));
            case Voidable _ -> List.of(new VoidRequested(Operation.VOID.gatewayKey(orderId), at));
            case VoidedWhileAuthorizing _, Voiding _, Voided _, Declined _, Forestalled _ -> List.of();
            case RefundedWhileAuthorizing _, Returning _, ReturnRefused _ ->
                throw new IllegalInstruction("the payment of order " + orderId + " is refunded: it can't be voided");
            case AwaitingCapture _, Taken _ ->
                throw new IllegalInstruction("the payment of order " + orderId + " is captured: it can't be voided");
        };
    }

    private static List<StoredEvent> refund(PaymentState state, OrderId orderId, Refund instruction, Instant at) {
        return switch (state) {
            case NotRequested _ -> List.of(new AuthorizationForestalled(instruction.newId(), orderId, at));
            case Voidable _ -> List.of(returnRequested(orderId, at));
            case Refundable _ -> List.of(new RefundRequested(Operation.REFUND.gatewayKey(orderId), at));
            case VoidedWhileAuthorizing _, Voiding _, Voided _, Declined _, Forestalled _ -> List.of();
            case RefundedWhileAuthorizing _, Returning _, ReturnRefused _ -> List.of();
            case RefundedWhileCapturing _, Refunding _, Refunded _, RefundRefused _ -> List.of();
        };
    }

    private static ReturnRequested returnRequested(OrderId orderId, Instant at) {
        return new ReturnRequested(Operation.VOID.gatewayKey(orderId), at);
    }

    /** A result may come more than once: of two processes that made the same call only the first is recorded. */
    private static List<StoredEvent> settle(PaymentState state, OrderId orderId, Settle result, Instant at) {
        return switch (result.operation()) {
            case AUTHORIZE -> state instanceof AwaitingAuthorization ? authorization(result.outcome(), at) : List.of();
            case CAPTURE ->
                state instanceof AwaitingCapture it ? capture(it, orderId, result.outcome(), at) : List.of();
            case VOID -> state instanceof AwaitingVoid it ? undo(it, result.outcome(), at) : List.of();
            case REFUND -> state instanceof Refunding ? refund(result.outcome(), at) : List.of();
        };
    }

    private static List<StoredEvent> authorization(Outcome outcome, Instant at) {
        return switch (outcome) {
            case Outcome.Performed _ -> List.of(new AuthorizationGranted(at));
            case Outcome.Refused it -> List.of(new AuthorizationDeclined(it.reason(), at));
        };
    }

    private static List<StoredEvent> capture(AwaitingCapture state, OrderId orderId, Outcome outcome, Instant at) {
        return switch (outcome) {
            case Outcome.Performed _ -> List.of(new CapturePerformed(at));
            case Outcome.Refused it -> declined(state, orderId, new CaptureDeclined(it.reason(), at));
        };
    }

    /** What was to be given back once it was taken, and isn't taken, is still held: then the hold is given back. */
    private static List<StoredEvent> declined(AwaitingCapture state, OrderId orderId, CaptureDeclined declined) {
        return switch (state) {
            case Capturing _ -> List.of(declined);
            case RefundedWhileCapturing _ -> List.of(declined, returnRequested(orderId, declined.at()));
        };
    }

    private static List<StoredEvent> undo(AwaitingVoid state, Outcome outcome, Instant at) {
        return switch (outcome) {
            case Outcome.Performed _ -> List.of(new VoidPerformed(at));
            case Outcome.Refused it -> declined(state, new VoidDeclined(it.reason(), at));
        };
    }

    /** An undo has no other way out than to be asked for again, until the gateway does it. */
    private static List<StoredEvent> declined(AwaitingVoid state, VoidDeclined declined) {
        return switch (state) {
            case Voiding _ -> List.of();
            case Returning _ -> List.of(declined);
        };
    }

    private static List<StoredEvent> refund(Outcome outcome, Instant at) {
        return switch (outcome) {
            case Outcome.Performed _ -> List.of(new RefundPerformed(at));
            case Outcome.Refused it -> List.of(new RefundDeclined(it.reason(), at));
        };
    }
}
