package io.fulfilment.local.journal;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Tells which entries have a word, in a dozen bytes for each entry: of the word it keeps a hash. So what it finds may,
 * rarely, have another word, which whoever reads the entry has to see to.
 */
public final class Index {

    private static final int NONE = -1;
    private static final int ENTRIES_PER_SLOT = 2;

    /** The newest entry of each slot. The entries of a slot form a ring, so the oldest comes after the newest. */
    private int[] newest = slots(1024);

    /** For each entry, the hash of its word and the next entry of its ring. */
    private final Longs links = new Longs();

    /** Adds the word of the next entry: of number 0, then of number 1, and so on. */
    public synchronized void add(String word) {
        if (links.size() == newest.length * ENTRIES_PER_SLOT) {
            grow();
        }
        links.add(NONE);
        join(links.size() - 1, hash(word));
    }

    /** The numbers of the entries that have the word, oldest first. */
    public synchronized int[] find(String word) {
        int hash = hash(word);
        int last = newest[slot(hash)];
        if (last == NONE) {
            return new int[0];
        }
        var found = IntStream.builder();
        int entry = last;
        do {
            entry = next(entry);
            if (hashOf(entry) == hash) {
                found.add(entry);
            }
        } while (entry != last);
        return found.build().toArray();
    }

    private void grow() {
        newest = slots(newest.length * 2);
        for (int entry = 0; entry < links.size(); entry++) {
            join(entry, hashOf(entry));
        }
    }

    private void join(int entry, int hash) {
        int last = newest[slot(hash)];
        link(entry, hash, last == NONE ? entry : next(last));
        if (last != NONE) {
            link(last, hashOf(last), entry);
        }
        newest[slot(hash)] = entry;
    }

    private void link(int entry, int hash, int next) {
        links.set(entry, (long) hash << Integer.SIZE | next);
    }

    private int hashOf(int entry) {
        return (int) (links.get(entry) >> Integer.SIZE);
    }

    private int next(int entry) {
        return (int) links.get(entry);
    }

    private int slot(int hash) {
        return hash & newest.length - 1;
    }

    private static int hash(String word) {
        int scattered = word.hashCode() * 0x9E3779B9;
        return scattered ^ scattered >>> 16;
    }

    private static int[] slots(int count) {
        int[] slots = new int[count];
        Arrays.fill(slots, NONE);
        return slots;
    }
}
