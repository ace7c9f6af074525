package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.codec.Incoming;

/** A message that has failed by itself: it is held, untried. */
record Condemned(Incoming message, Throwable error, int attempts) {}
