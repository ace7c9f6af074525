package io.fulfilment.web.json;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a type would have accepted, without the name of any class. */
final class Expectations {

    private Expectations() {}

    static String format(@Nullable Class<?> type) {
        if (type == null) {
            return "is not valid";
        }
        if (type.isEnum()) {
            return "must be one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(joining(", "));
        }
        if (type == UUID.class) {
            return "must be a UUID";
        }
        return type == String.class ? TextDeserializer.EXPECTED : type(type);
    }

    static String type(@Nullable Class<?> type) {
        if (type == null) {
            return "is not valid";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "must be a string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "must be true or false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "must be a number";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "must be an array" : structure(type);
    }

    private static String structure(Class<?> type) {
        return type.isRecord() && type.getRecordComponents().length > 1 ? "must be an object" : "is not valid";
    }
}
