package io.fulfilment.events;

/** Asks the one service that owns its topic to do something; named in the imperative. */
public non-sealed interface Command extends Message {}
