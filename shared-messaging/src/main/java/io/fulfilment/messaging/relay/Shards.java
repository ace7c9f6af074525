package io.fulfilment.messaging.relay;

import io.fulfilment.messaging.outbox.StoredRow;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * Some of the parts that all keys are divided into.
 *
 * @param bits one for each part
 */
record Shards(long bits) {

    static final Shards NONE = new Shards(0);
    static final Shards ALL = new Shards(-1);

    /** Parts that one replica publishes together. */
    static final int GROUPS = 8;

    private static final int IN_A_GROUP = Long.SIZE / GROUPS;

    static Shards ofGroups(Collection<Integer> groups) {
        long whole = (1L << IN_A_GROUP) - 1;
        return new Shards(groups.stream()
                .mapToLong(group -> whole << (group * IN_A_GROUP))
                .reduce(0, (some, more) -> some | more));
    }

    static Shards of(Collection<StoredRow> rows) {
        return new Shards(
                rows.stream().mapToLong(stored -> 1L << stored.row().shard()).reduce(0, (some, more) -> some | more));
    }

    boolean isEmpty() {
        return bits == 0;
    }

    boolean contains(int shard) {
        return (bits & 1L << shard) != 0;
    }

    boolean meets(Shards other) {
        return (bits & other.bits) != 0;
    }

    Shards and(Shards more) {
        return new Shards(bits | more.bits);
    }

    Shards without(Shards others) {
        return new Shards(bits & ~others.bits);
    }

    Short[] numbers() {
        return IntStream.range(0, Long.SIZE)
                .filter(this::contains)
                .mapToObj(shard -> (short) shard)
                .toArray(Short[]::new);
    }

    String toText() {
        return Long.toHexString(bits);
    }

    /** What can't be read may be any. */
    static Shards parse(String text) {
        try {
            return new Shards(Long.parseUnsignedLong(text, 16));
        } catch (NumberFormatException e) {
            return ALL;
        }
    }
}
