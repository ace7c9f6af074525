package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.codec.Incoming;

/** A message that was tried for the last time. */
record Condemned(Incoming message, Throwable error, int attempts) {}
