package io.fulfilment.payment.application;

import io.fulfilment.events.payment.PaymentEvent;
import io.fulfilment.events.payment.PaymentReply;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.payment.domain.Answer;
import io.fulfilment.payment.domain.PaymentState;
import io.fulfilment.payment.domain.PaymentState.Demanded;
import io.fulfilment.payment.domain.PaymentTerms;
import io.fulfilment.payment.domain.StoredEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what happened in private into what other services are told. */
final class ContractMessages {

    private ContractMessages() {}

    /** The fact that a stored event is to others; requests and tombstones concern nobody else. */
    static Optional<PaymentEvent> fact(StoredEvent event, PaymentState state) {
        return state instanceof Demanded demanded
                ? Optional.ofNullable(fact(event, demanded.terms()))
                : Optional.empty();
    }

    private static @Nullable PaymentEvent fact(StoredEvent event, PaymentTerms terms) {
        return switch (event) {
            case StoredEvent.AuthorizationGranted it ->
                new PaymentEvent.PaymentAuthorized(terms.paymentId(), terms.orderId(), terms.amount(), it.at());
            case StoredEvent.AuthorizationDeclined it ->
                new PaymentEvent.PaymentDeclined(terms.paymentId(), terms.orderId(), it.reason(), it.at());
            case StoredEvent.CapturePerformed it ->
                new PaymentEvent.PaymentCaptured(terms.paymentId(), terms.orderId(), terms.amount(), it.at());
            case StoredEvent.VoidPerformed it ->
                new PaymentEvent.PaymentVoided(terms.paymentId(), terms.orderId(), it.at());
            case StoredEvent.RefundPerformed it ->
                new PaymentEvent.PaymentRefunded(terms.paymentId(), terms.orderId(), terms.amount(), it.at());
            case StoredEvent.AuthorizationRequested _,
                    StoredEvent.CaptureRequested _,
                    StoredEvent.CaptureDeclined _,
                    StoredEvent.VoidRequested _,
                    StoredEvent.ReturnRequested _,
                    StoredEvent.VoidDeclined _,
                    StoredEvent.RefundRequested _,
                    StoredEvent.RefundDeclined _,
                    StoredEvent.AuthorizationForestalled _ -> null;
        };
    }

    /** The reply that an answer is, or nothing as long as there is none. */
    static Optional<PaymentReply> reply(OrderId orderId, Waiting waiting, Answer answer) {
        return switch (answer) {
            case Answer.Succeeded _ -> Optional.of(success(orderId, waiting));
            case Answer.Refused it -> Optional.of(refusal(orderId, waiting, it.reason()));
            case Answer.NotYet _ -> Optional.empty();
        };
    }

    private static PaymentReply success(OrderId orderId, Waiting waiting) {
        return switch (waiting.asked()) {
            case AUTHORIZE -> new PaymentReply.AuthorizePaymentSucceeded(waiting.sagaId(), orderId);
            case CAPTURE -> new PaymentReply.CapturePaymentSucceeded(waiting.sagaId(), orderId);
            case VOID -> new PaymentReply.VoidPaymentSucceeded(waiting.sagaId(), orderId);
            case REFUND -> new PaymentReply.RefundPaymentSucceeded(waiting.sagaId(), orderId);
        };
    }

    private static PaymentReply refusal(OrderId orderId, Waiting waiting, String reason) {
        return switch (waiting.asked()) {
            case AUTHORIZE -> new PaymentReply.AuthorizePaymentRefused(waiting.sagaId(), orderId, reason);
            case CAPTURE -> new PaymentReply.CapturePaymentRefused(waiting.sagaId(), orderId, reason);
            case REFUND -> new PaymentReply.RefundPaymentRefused(waiting.sagaId(), orderId, reason);
            case VOID -> throw new IllegalStateException("an undo can't be refused: " + reason);
        };
    }
}
