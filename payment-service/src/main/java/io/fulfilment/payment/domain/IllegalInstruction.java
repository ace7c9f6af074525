package io.fulfilment.payment.domain;

/** An instruction that makes no sense for the payment: a fault of whoever gave it, and nothing is changed. */
public class IllegalInstruction extends RuntimeException {

    IllegalInstruction(String message) {
        super(message);
    }
}
