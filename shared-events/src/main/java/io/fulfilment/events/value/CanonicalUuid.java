package io.fulfilment.events.value;

import java.util.UUID;

/** The one form of a UUID; {@link UUID#fromString} would also take {@code 1-1-1-1-1}. */
final class CanonicalUuid {

    private CanonicalUuid() {}

    static UUID parse(String text) {
        if (text.length() != 36) {
            throw new IllegalArgumentException("a UUID has 36 characters");
        }
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("a UUID has 8, 4, 4, 4 and 12 hexadecimal digits");
        }
        return uuid;
    }
}
