package io.fulfilment.local.journal;

import java.util.ArrayList;
import java.util.List;

/** A list of numbers that grows without being copied, which would take twice its memory for a moment. */
final class Longs {

    private static final int CHUNK_BITS = 13;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private final List<long[]> chunks = new ArrayList<>();
    private int size;

    int size() {
        return size;
    }

    void add(long value) {
        if (size == chunks.size() << CHUNK_BITS) {
            chunks.add(new long[CHUNK]);
        }
        set(size++, value);
    }

    long get(int index) {
        return chunks.get(index >> CHUNK_BITS)[index & CHUNK - 1];
    }

    void set(int index, long value) {
        chunks.get(index >> CHUNK_BITS)[index & CHUNK - 1] = value;
    }
}
