package io.fulfilment.local.http;

import java.util.Map;

/** What a client gets. */
public sealed interface Answer {

    record Json(int status, Object content) implements Answer {}

    /** Nothing: the connection is dropped. */
    record None() implements Answer {}

    static Answer ok(Object content) {
        return new Json(200, content);
    }

    static Answer error(int status, String message) {
        return new Json(status, Map.of("error", message));
    }
}
