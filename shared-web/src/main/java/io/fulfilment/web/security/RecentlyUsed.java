package io.fulfilment.web.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was used lately, in two generations: whatever is used moves to the young one, and when that is full, the
 * old one is forgotten. So a flood drives out what nobody uses, never everything, and a look-up takes no lock.
 */
final class RecentlyUsed<K, V> {

    private final int generationSize;
    private volatile Map<K, V> young = new ConcurrentHashMap<>();
    private volatile Map<K, V> old = Map.of();

    RecentlyUsed(int generationSize) {
        this.generationSize = generationSize;
    }

    @Nullable
    V get(K key) {
        V value = young.get(key);
        if (value != null) {
            return value;
        }
        value = old.get(key);
        if (value != null) {
            put(key, value);
        }
        return value;
    }

    void put(K key, V value) {
        if (young.size() >= generationSize) {
            age();
        }
        young.put(key, value);
    }

    private synchronized void age() {
        if (young.size() >= generationSize) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }
}
