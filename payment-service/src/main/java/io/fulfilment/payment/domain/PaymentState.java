package io.fulfilment.payment.domain;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentId;
import java.time.Instant;

/** What a payment is at a moment; each state offers only the transitions that are legal from it. */
public sealed interface PaymentState {

    /** A state in which the demand is known. */
    sealed interface Demanded extends PaymentState {
        PaymentTerms terms();
    }

    /** The gateway's answer to the authorisation is awaited. */
    sealed interface AwaitingAuthorization extends Demanded {
        PaymentState granted(Instant at);

        default Declined declined(String reason, Instant at) {
            return new Declined(terms(), reason, at);
        }
    }

    /** The authorisation may be, or is, in force and can be given back. */
    sealed interface Voidable extends Demanded {
        PaymentState voidRequested();

        PaymentState returnRequested();
    }

    /** The gateway's answer to the void is awaited. */
    sealed interface AwaitingVoid extends Demanded {
        Authorized hold();

        default Voided performed(Instant at) {
            return new Voided(hold(), at);
        }

        @Override
        default PaymentTerms terms() {
            return hold().terms();
        }
    }

    /** The money may be, or is, taken and can be given back. */
    sealed interface Refundable extends Demanded {
        PaymentState refundRequested();
    }

    /** The gateway's answer to the capture is awaited. */
    sealed interface AwaitingCapture extends Demanded {
        Authorized hold();

        PaymentState performed(Instant at);

        default CaptureRefused declined(String reason) {
            return new CaptureRefused(hold(), reason);
        }

        @Override
        default PaymentTerms terms() {
            return hold().terms();
        }
    }

    /** The gateway has taken the money, whatever became of it then. */
    sealed interface Taken extends Demanded {
        Captured capture();

        @Override
        default PaymentTerms terms() {
            return capture().hold().terms();
        }
    }

    /** No event yet. */
    record NotRequested() implements PaymentState {}

    record Authorizing(PaymentTerms terms) implements AwaitingAuthorization, Voidable {
        @Override
        public Authorized granted(Instant at) {
            return new Authorized(terms, at);
        }

        @Override
        public VoidedWhileAuthorizing voidRequested() {
            return new VoidedWhileAuthorizing(terms);
        }

        @Override
        public RefundedWhileAuthorizing returnRequested() {
            return new RefundedWhileAuthorizing(terms);
        }
    }

    /** The undo came while the gateway's answer was out: what it grants is given back at once. */
    record VoidedWhileAuthorizing(PaymentTerms terms) implements AwaitingAuthorization {
        @Override
        public Voiding granted(Instant at) {
            return new Voiding(new Authorized(terms, at));
        }
    }

    /** The refund came while the gateway's answer was out: what it grants is given back at once. */
    record RefundedWhileAuthorizing(PaymentTerms terms) implements AwaitingAuthorization {
        @Override
        public Returning granted(Instant at) {
            return new Returning(new Authorized(terms, at));
        }
    }

    record Authorized(PaymentTerms terms, Instant authorizedAt) implements Voidable {
        Capturing captureRequested() {
            return new Capturing(this);
        }

        @Override
        public Voiding voidRequested() {
            return new Voiding(this);
        }

        @Override
        public Returning returnRequested() {
            return new Returning(this);
        }
    }

    record Declined(PaymentTerms terms, String reason, Instant declinedAt) implements Demanded {}

    record Capturing(Authorized hold) implements AwaitingCapture, Refundable {
        @Override
        public Captured performed(Instant at) {
            return new Captured(hold, at);
        }

        @Override
        public RefundedWhileCapturing refundRequested() {
            return new RefundedWhileCapturing(hold);
        }
    }

    /** The refund came while the gateway's answer was out: what it takes is given back at once. */
    record RefundedWhileCapturing(Authorized hold) implements AwaitingCapture {
        @Override
        public Refunding performed(Instant at) {
            return new Refunding(new Captured(hold, at));
        }
    }

    record Captured(Authorized hold, Instant capturedAt) implements Taken, Refundable {
        @Override
        public Captured capture() {
            return this;
        }

        @Override
        public Refunding refundRequested() {
            return new Refunding(this);
        }
    }

    record Refunding(Captured capture) implements Taken {
        Refunded performed(Instant at) {
            return new Refunded(capture, at);
        }

        RefundRefused declined(String reason) {
            return new RefundRefused(capture, reason);
        }
    }

    record Refunded(Captured capture, Instant refundedAt) implements Taken {}

    /** The gateway would not give the money back. */
    record RefundRefused(Captured capture, String reason) implements Taken {}

    /** The gateway would not take the money; it is still held. */
    record CaptureRefused(Authorized hold, String reason) implements Voidable {
        @Override
        public PaymentTerms terms() {
            return hold.terms();
        }

        @Override
        public Voiding voidRequested() {
            return new Voiding(hold);
        }

        @Override
        public Returning returnRequested() {
            return new Returning(hold);
        }
    }

    /** For a saga that goes back, which knows no refusal of an undo. */
    record Voiding(Authorized hold) implements AwaitingVoid {}

    /** For a refund, which may be refused. */
    record Returning(Authorized hold) implements AwaitingVoid {
        ReturnRefused declined(String reason) {
            return new ReturnRefused(hold, reason);
        }
    }

    /** The gateway would not give back what is held. */
    record ReturnRefused(Authorized hold, String reason) implements Demanded {
        @Override
        public PaymentTerms terms() {
            return hold.terms();
        }
    }

    record Voided(Authorized hold, Instant voidedAt) implements Demanded {
        @Override
        public PaymentTerms terms() {
            return hold.terms();
        }
    }

    /** The undo came first: nothing was held, and nothing will be. */
    record Forestalled(PaymentId paymentId, OrderId orderId, Instant forestalledAt) implements PaymentState {}
}
