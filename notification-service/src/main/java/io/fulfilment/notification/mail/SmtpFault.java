package io.fulfilment.notification.mail;

import io.fulfilment.notification.application.Delivery.Outcome;

/** A failure that speaks against the mail server rather than against the mail. */
class SmtpFault extends Exception {

    private final transient Outcome outcome;

    SmtpFault(Outcome outcome, Exception cause) {
        super(outcome + ": " + cause.getClass().getSimpleName(), cause);
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }
}
