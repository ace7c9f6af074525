package io.fulfilment.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A stock keeping unit: 1 to 64 letters, digits, {@code -}, {@code _} or {@code .}, starting with a letter or digit. */
public record Sku(@JsonValue String value) implements Comparable<Sku> {

    /** As a regular expression, without anchors. */
    public static final String FORM = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Sku {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a SKU has 1 to 64 letters, digits, '-', '_' or '.', a letter or digit first");
        }
    }

    @Override
    public int compareTo(Sku other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
