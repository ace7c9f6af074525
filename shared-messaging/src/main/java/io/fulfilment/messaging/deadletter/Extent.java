package io.fulfilment.messaging.deadletter;

/** How much an act is about. */
public record Extent(long keys, long messages) {}
