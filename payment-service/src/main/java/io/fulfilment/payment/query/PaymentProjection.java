package io.fulfilment.payment.query;

import io.fulfilment.payment.domain.PaymentState;
import io.fulfilment.payment.domain.PaymentState.Authorized;
import io.fulfilment.payment.domain.PaymentState.Authorizing;
import io.fulfilment.payment.domain.PaymentState.AwaitingVoid;
import io.fulfilment.payment.domain.PaymentState.CaptureRefused;
import io.fulfilment.payment.domain.PaymentState.Captured;
import io.fulfilment.payment.domain.PaymentState.Capturing;
import io.fulfilment.payment.domain.PaymentState.Declined;
import io.fulfilment.payment.domain.PaymentState.Forestalled;
import io.fulfilment.payment.domain.PaymentState.NotRequested;
import io.fulfilment.payment.domain.PaymentState.RefundRefused;
import io.fulfilment.payment.domain.PaymentState.Refunded;
import io.fulfilment.payment.domain.PaymentState.RefundedWhileAuthorizing;
import io.fulfilment.payment.domain.PaymentState.RefundedWhileCapturing;
import io.fulfilment.payment.domain.PaymentState.Refunding;
import io.fulfilment.payment.domain.PaymentState.ReturnRefused;
import io.fulfilment.payment.domain.PaymentState.Voided;
import io.fulfilment.payment.domain.PaymentState.VoidedWhileAuthorizing;
import io.fulfilment.payment.domain.PaymentTerms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a payment's state looks like to readers. */
final class PaymentProjection {

    private record Times(
            @Nullable Instant authorizedAt,
            @Nullable Instant capturedAt,
            @Nullable Instant voidedAt,
            @Nullable Instant refundedAt) {

        static final Times NONE = new Times(null, null, null, null);
    }

    private PaymentProjection() {}

    /** Null as long as there is no payment. */
    static @Nullable PaymentView of(PaymentState state) {
        return switch (state) {
            case NotRequested _ -> null;
            case Authorizing it -> unheld(it.terms(), PaymentStatus.REQUESTED, null);
            case VoidedWhileAuthorizing it -> unheld(it.terms(), PaymentStatus.VOIDING, null);
            case RefundedWhileAuthorizing it -> unheld(it.terms(), PaymentStatus.VOIDING, null);
            case Declined it -> unheld(it.terms(), PaymentStatus.DECLINED, it.reason());
            case Authorized it -> held(it, PaymentStatus.AUTHORIZED, null);
            case Capturing it -> held(it.hold(), PaymentStatus.AUTHORIZED, null);
            case RefundedWhileCapturing it -> held(it.hold(), PaymentStatus.REFUNDING, null);
            case CaptureRefused it -> held(it.hold(), PaymentStatus.CAPTURE_REFUSED, it.reason());
            case AwaitingVoid it -> held(it.hold(), PaymentStatus.VOIDING, null);
            case ReturnRefused it -> held(it.hold(), PaymentStatus.VOID_REFUSED, it.reason());
            case Voided it -> voided(it);
            case Captured it -> taken(it, PaymentStatus.CAPTURED, null, null);
            case Refunding it -> taken(it.capture(), PaymentStatus.REFUNDING, null, null);
            case Refunded it -> taken(it.capture(), PaymentStatus.REFUNDED, null, it.refundedAt());
            case RefundRefused it -> taken(it.capture(), PaymentStatus.REFUND_REFUSED, it.reason(), null);
            case Forestalled it -> forestalled(it);
        };
    }

    private static PaymentView unheld(PaymentTerms terms, PaymentStatus status, @Nullable String reason) {
        return view(terms, status, reason, Times.NONE);
    }

    private static PaymentView held(Authorized hold, PaymentStatus status, @Nullable String reason) {
        return view(hold.terms(), status, reason, new Times(hold.authorizedAt(), null, null, null));
    }

    private static PaymentView voided(Voided it) {
        var times = new Times(it.hold().authorizedAt(), null, it.voidedAt(), null);
        return view(it.terms(), PaymentStatus.VOIDED, null, times);
    }

    private static PaymentView taken(
            Captured capture, PaymentStatus status, @Nullable String reason, @Nullable Instant refundedAt) {
        var times = new Times(capture.hold().authorizedAt(), capture.capturedAt(), null, refundedAt);
        return view(capture.terms(), status, reason, times);
    }

    private static PaymentView forestalled(Forestalled it) {
        return new PaymentView(
                it.paymentId(),
                it.orderId(),
                null,
                PaymentStatus.VOIDED,
                null,
                null,
                null,
                null,
                it.forestalledAt(),
                null);
    }

    private static PaymentView view(PaymentTerms terms, PaymentStatus status, @Nullable String reason, Times times) {
        return new PaymentView(
                terms.paymentId(),
                terms.orderId(),
                terms.customerId(),
                status,
                terms.amount(),
                reason,
                times.authorizedAt(),
                times.capturedAt(),
                times.voidedAt(),
                times.refundedAt());
    }
}
