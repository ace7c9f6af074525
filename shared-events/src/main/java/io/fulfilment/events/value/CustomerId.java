package io.fulfilment.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A customer: the subject of her access token, 1 to 255 characters. */
public record CustomerId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CustomerId {
        if (value.isBlank() || value.length() > 255) {
            throw new IllegalArgumentException("a customer id has 1 to 255 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
