package io.fulfilment.saga.engine;

import java.time.Instant;
import java.util.UUID;

/** Numbers that look random but follow from a saga's id, so that transitions stay a function of their arguments. */
final class Scatter {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Scatter() {}

    /**
     * The id of a saga's n-th command: a UUID of version 7. A saga never sends two n-th commands, for what it sends is
     * stored with its state or not at all.
     */
    static UUID commandId(UUID saga, int n, Instant now) {
        long high = hash(saga, n);
        long low = mix(high + GOLDEN);
        return new UUID(
                now.toEpochMilli() << 16 | 0x7000 | high & 0xFFF, Long.MIN_VALUE | low & 0x3FFF_FFFF_FFFF_FFFFL);
    }

    /** At least 0, less than 1. */
    static double fraction(UUID saga, long salt) {
        return (hash(saga, salt) >>> 11) * 0x1.0p-53;
    }

    private static long hash(UUID saga, long salt) {
        return mix(saga.getMostSignificantBits() ^ mix(saga.getLeastSignificantBits() + salt * GOLDEN));
    }

    // The finaliser of SplitMix64.
    private static long mix(long value) {
        long mixed = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
