package io.fulfilment.messaging.consumer;

/** How handling is watched. */
record HandlingObservation(HandlingSpans spans, HandlingMetrics metrics) {}
