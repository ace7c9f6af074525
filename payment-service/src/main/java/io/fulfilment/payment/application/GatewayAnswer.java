package io.fulfilment.payment.application;

import io.fulfilment.payment.domain.Outcome;

/** What a call came to. */
public sealed interface GatewayAnswer {

    record Known(Outcome outcome) implements GatewayAnswer {}

    /** No answer, or none that tells: whether the operation was performed has to be found out by its key. */
    record Unknown(String reason) implements GatewayAnswer {}
}
