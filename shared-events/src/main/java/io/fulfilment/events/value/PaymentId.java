package io.fulfilment.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A payment. A UUID, version 7 when made here. */
public record PaymentId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PaymentId {}

    /** @throws IllegalArgumentException if the text is no UUID of 36 characters */
    public static PaymentId of(String text) {
        return new PaymentId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
