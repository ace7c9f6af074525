package io.fulfilment.messaging;

import io.fulfilment.events.Message;

/** A message together with its envelope. */
public record Received<M extends Message>(M message, Envelope envelope) {

    /** The cause of everything that is sent because of this message. */
    public Cause cause() {
        return new Cause(envelope.correlationId(), envelope.id(), envelope.traceparent());
    }
}
