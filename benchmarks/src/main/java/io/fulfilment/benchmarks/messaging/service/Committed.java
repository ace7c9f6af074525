package io.fulfilment.benchmarks.messaging.service;

import java.util.UUID;

/**
 * A message whose transaction has committed. Times are of {@link System#nanoTime()}, which all processes of a machine share
 * on Linux.
 */
public record Committed(UUID id, long dueAt, long committedAt) {

    String line() {
        return id + " " + dueAt + " " + committedAt;
    }

    public static Committed parse(String line) {
        String[] parts = line.split(" ");
        return new Committed(UUID.fromString(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }
}
