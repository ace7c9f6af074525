package io.fulfilment.payment.domain;

import io.fulfilment.payment.domain.PaymentState.Authorized;
import io.fulfilment.payment.domain.PaymentState.AwaitingAuthorization;
import io.fulfilment.payment.domain.PaymentState.AwaitingCapture;
import io.fulfilment.payment.domain.PaymentState.AwaitingVoid;
import io.fulfilment.payment.domain.PaymentState.CaptureRefused;
import io.fulfilment.payment.domain.PaymentState.Captured;
import io.fulfilment.payment.domain.PaymentState.Declined;
import io.fulfilment.payment.domain.PaymentState.Forestalled;
import io.fulfilment.payment.domain.PaymentState.NotRequested;
import io.fulfilment.payment.domain.PaymentState.RefundRefused;
import io.fulfilment.payment.domain.PaymentState.Refunded;
import io.fulfilment.payment.domain.PaymentState.Refunding;
import io.fulfilment.payment.domain.PaymentState.ReturnRefused;
import io.fulfilment.payment.domain.PaymentState.Voided;
import java.util.Optional;

/** Which answer of the gateway a payment waits for; never more than one. */
public final class GatewayNeed {

    private GatewayNeed() {}

    public static Optional<Operation> of(PaymentState state) {
        return switch (state) {
            case AwaitingAuthorization _ -> Optional.of(Operation.AUTHORIZE);
            case AwaitingCapture _ -> Optional.of(Operation.CAPTURE);
            case AwaitingVoid _ -> Optional.of(Operation.VOID);
            case Refunding _ -> Optional.of(Operation.REFUND);
            case NotRequested _,
                    Authorized _,
                    Declined _,
                    CaptureRefused _,
                    Voided _,
                    Forestalled _,
                    Captured _,
                    Refunded _,
                    RefundRefused _,
                    ReturnRefused _ -> Optional.empty();
        };
    }
}
