package io.fulfilment.events;

/** States what happened in the service that published it; named in the past tense. A refusal is a fact, too. */
public non-sealed interface Event extends Message {}
