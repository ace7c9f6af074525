package io.fulfilment.saga.engine;

import java.io.Serial;

/** A saga definition contradicts itself or leaves something open. */
public final class InvalidDefinitionException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    InvalidDefinitionException(String message) {
        super(message);
    }
}
