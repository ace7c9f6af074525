package io.fulfilment.messaging.consumer;

import io.fulfilment.messaging.Envelope;

/** Who sends about what: within both, sequences rise by one. */
record Sender(String source, String subject) {

    static Sender of(Envelope envelope) {
        return new Sender(envelope.source(), envelope.subject());
    }
}
