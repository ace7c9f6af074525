package io.fulfilment.payment.domain;

import io.fulfilment.events.value.PaymentId;

/** What can be asked of a payment, by the saga or by what the gateway answered. */
public sealed interface Instruction {

    /** Hold the amount on the customer's card. */
    record Authorize(PaymentTerms terms) implements Instruction {}

    /** Take what is held. */
    record Capture() implements Instruction {}

    /**
     * Hold nothing any more.
     *
     * @param newId names the payment if the undo comes before anything that it could undo
     */
    record Void(PaymentId newId) implements Instruction {}

    /**
     * Keep and hold nothing, and take nothing any more.
     *
     * @param newId names the payment if this comes before anything that could be given back
     */
    record Refund(PaymentId newId) implements Instruction {}

    /** Record what the gateway made of an operation. */
    record Settle(Operation operation, Outcome outcome) implements Instruction {}
}
