package io.fulfilment.benchmarks.messaging.service;

import java.util.HashMap;
import java.util.Map;

/** Follows the sequence of each key: 1, 2, 3 …; what was seen before may come again at any time. */
public final class KeyOrder {

    private final Map<String, Long> last = new HashMap<>();
    private int inOrder;
    private int repeated;
    private int misplaced;

    public void see(String key, long sequence) {
        long expected = last.getOrDefault(key, 0L) + 1;
        if (sequence == expected) {
            last.put(key, sequence);
            inOrder++;
        } else if (sequence < expected) {
            repeated++;
        } else {
            misplaced++;
        }
    }

    public Seen seen() {
        return new Seen(inOrder, repeated, misplaced);
    }

    /**
     * @param inOrder each message once
     * @param repeated seen before
     * @param misplaced seen before one that precedes it; if that one comes after all, it counts as in order
     */
    public record Seen(int inOrder, int repeated, int misplaced) {}
}
