package io.fulfilment.notification.application;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Delays that double from the first to the longest, each shortened by a random part of up to a half. */
public record Backoff(Duration first, Duration longest) {

    Duration after(int attempts) {
        long doubled = first.toMillis() << Math.min(attempts, 20);
        long millis = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(millis - ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    }
}
