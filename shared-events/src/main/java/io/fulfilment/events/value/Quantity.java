package io.fulfilment.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A number of pieces, 1 to 9,999. */
public record Quantity(@JsonValue int value) {

    public static final int MIN = 1;
    public static final int MAX = 9_999;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Quantity {
        if (value < MIN || value > MAX) {
            throw new IllegalArgumentException("a quantity is between " + MIN + " and " + MAX);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
