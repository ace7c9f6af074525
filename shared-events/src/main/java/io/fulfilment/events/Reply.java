package io.fulfilment.events;

/** Answers a {@link Command}; its causation id is the command's message id. */
public non-sealed interface Reply extends Message {}
