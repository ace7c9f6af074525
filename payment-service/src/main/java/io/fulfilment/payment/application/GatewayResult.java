package io.fulfilment.payment.application;

/** A call and its answer. */
record GatewayResult(GatewayCall call, GatewayAnswer answer) {}
