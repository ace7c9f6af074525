package io.fulfilment.payment.query;

import io.fulfilment.payment.domain.PaymentState;
import io.fulfilment.payment.domain.PaymentState.Authorized;
import io.fulfilment.payment.domain.PaymentState.Authorizing;
import io.fulfilment.payment.domain.PaymentState.CaptureRefused;
import io.fulfilment.payment.domain.PaymentState.Captured;
import io.fulfilment.payment.domain.PaymentState.Capturing;
import io.fulfilment.payment.domain.PaymentState.Declined;
import io.fulfilment.payment.domain.PaymentState.Forestalled;
import io.fulfilment.payment.domain.PaymentState.NotRequested;
import io.fulfilment.payment.domain.PaymentState.Voided;
import io.fulfilment.payment.domain.PaymentState.VoidedWhileAuthorizing;
import io.fulfilment.payment.domain.PaymentState.Voiding;
import io.fulfilment.payment.domain.PaymentTerms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a payment's state looks like to readers. */
final class PaymentProjection {

    private PaymentProjection() {}

    /** Null as long as there is no payment. */
    static @Nullable PaymentView of(PaymentState state) {
        return switch (state) {
            case NotRequested _ -> null;
            case Authorizing it -> unheld(it.terms(), PaymentStatus.REQUESTED, null);
            case VoidedWhileAuthorizing it -> unheld(it.terms(), PaymentStatus.VOIDING, null);
            case Declined it -> unheld(it.terms(), PaymentStatus.DECLINED, it.reason());
            case Authorized it -> held(it, PaymentStatus.AUTHORIZED, null);
            case Capturing it -> held(it.hold(), PaymentStatus.AUTHORIZED, null);
            case CaptureRefused it -> held(it.hold(), PaymentStatus.CAPTURE_REFUSED, it.reason());
            case Voiding it -> held(it.hold(), PaymentStatus.VOIDING, null);
            case Captured it -> ended(it.hold(), PaymentStatus.CAPTURED, it.capturedAt(), null);
            case Voided it -> ended(it.hold(), PaymentStatus.VOIDED, null, it.voidedAt());
            case Forestalled it -> forestalled(it);
        };
    }

    private static PaymentView unheld(PaymentTerms terms, PaymentStatus status, @Nullable String reason) {
        return view(terms, status, reason, null, null, null);
    }

    private static PaymentView held(Authorized hold, PaymentStatus status, @Nullable String reason) {
        return view(hold.terms(), status, reason, hold.authorizedAt(), null, null);
    }

    private static PaymentView ended(
            Authorized hold, PaymentStatus status, @Nullable Instant capturedAt, @Nullable Instant voidedAt) {
        return view(hold.terms(), status, null, hold.authorizedAt(), capturedAt, voidedAt);
    }

    private static PaymentView forestalled(Forestalled it) {
        return new PaymentView(
                it.paymentId(), it.orderId(), null, PaymentStatus.VOIDED, null, null, null, null, it.forestalledAt());
    }

    private static PaymentView view(
            PaymentTerms terms,
            PaymentStatus status,
            @Nullable String reason,
            @Nullable Instant authorizedAt,
            @Nullable Instant capturedAt,
            @Nullable Instant voidedAt) {
        return new PaymentView(
                terms.paymentId(),
                terms.orderId(),
                terms.customerId(),
                status,
                terms.amount(),
                reason,
                authorizedAt,
                capturedAt,
                voidedAt);
    }
}
