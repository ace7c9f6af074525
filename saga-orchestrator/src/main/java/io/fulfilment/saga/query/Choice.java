package io.fulfilment.saga.query;

import io.fulfilment.saga.engine.OperatorAct;

/**
 * What an operator can have done to a saga as it stands.
 *
 * @param effect what it would do, in plain words
 */
public record Choice(OperatorAct act, String effect) {}
