package io.fulfilment.payment.domain;

/** What became of an operation at the gateway, once that is certain. */
public sealed interface Outcome {

    record Performed() implements Outcome {}

    /** The gateway will not do it. */
    record Refused(String reason) implements Outcome {}
}
