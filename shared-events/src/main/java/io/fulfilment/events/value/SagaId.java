package io.fulfilment.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One run of a saga. A UUID, version 7 when made here. */
public record SagaId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SagaId {}

    /** @throws IllegalArgumentException if the text is no UUID of 36 characters */
    public static SagaId of(String text) {
        return new SagaId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
