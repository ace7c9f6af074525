package io.fulfilment.local.http;

import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What a client gets. */
public sealed interface Answer {

    record Json(int status, Object content) implements Answer {}

    /** An empty message of Protocol Buffers, which is no bytes at all. */
    record Protobuf() implements Answer {}

    /** A list that is written as it is read, for it may be larger than the heap. */
    record Items(Stream<?> items) implements Answer {}

    /** Nothing: the connection is dropped. */
    record None() implements Answer {}

    /** Empty where there is no answer. */
    default OptionalInt statusCode() {
        return switch (this) {
            case Json json -> OptionalInt.of(json.status);
            case Items _, Protobuf _ -> OptionalInt.of(200);
            case None _ -> OptionalInt.empty();
        };
    }

    static Answer ok(Object content) {
        return new Json(200, content);
    }

    static Answer protobuf() {
        return new Protobuf();
    }

    static Answer items(Stream<?> items) {
        return new Items(items);
    }

    static Answer error(int status, String message) {
        return new Json(status, Map.of("error", message));
    }
}
