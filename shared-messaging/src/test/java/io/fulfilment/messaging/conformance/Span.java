package io.fulfilment.messaging.conformance;

import java.time.Instant;

/** From one instant to another. */
record Span(Instant from, Instant to) {

    boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
