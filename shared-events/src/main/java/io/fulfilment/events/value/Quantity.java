package io.fulfilment.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A number of pieces, 1 to 9,999. */
public record Quantity(@JsonValue int value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Quantity {
        if (value < 1 || value > 9_999) {
            throw new IllegalArgumentException("a quantity is between 1 and 9999");
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
