package io.fulfilment.payment.application;

import io.fulfilment.payment.domain.Outcome;

/** A call of which the gateway has told what became of it. */
record Answered(GatewayCall call, Outcome outcome) {}
