package io.fulfilment.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A customer: the subject of her access token, 1 to 255 characters. */
public record CustomerId(@JsonValue String value) {

    public static final int MAX_LENGTH = 255;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CustomerId {
        Text.check("a customer id", value, MAX_LENGTH);
    }

    @Override
    public String toString() {
        return value;
    }
}
