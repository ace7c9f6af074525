package io.fulfilment.messaging.relay;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Topics that are left alone for a while, so that waiting for them doesn't hold up the others. */
final class RestingTopics {

    private final Duration pause;
    private final Map<String, Long> since = new HashMap<>();

    RestingTopics(Duration pause) {
        this.pause = pause;
    }

    void add(String topic) {
        since.put(topic, System.nanoTime());
    }

    boolean contains(String topic) {
        return !since.isEmpty() && names().contains(topic);
    }

    List<String> names() {
        since.values().removeIf(start -> System.nanoTime() - start > pause.toNanos());
        return List.copyOf(since.keySet());
    }
}
