package io.fulfilment.messaging.codec;

import org.jspecify.annotations.Nullable;

/** A record that is no message of the language. The message of this exception quotes nothing from the record's body. */
public final class UnreadableRecordException extends RuntimeException {

    private final Fault fault;

    /** Where the fault lies. */
    public enum Fault {
        INVALID_RECORD,
        INVALID_HEADERS,
        UNKNOWN_TYPE,
        INVALID_BODY
    }

    UnreadableRecordException(Fault fault, String message) {
        this(fault, message, null);
    }

    UnreadableRecordException(Fault fault, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
