package io.fulfilment.elsewhere;

/** Of another service. */
public record Neighbour() {}
