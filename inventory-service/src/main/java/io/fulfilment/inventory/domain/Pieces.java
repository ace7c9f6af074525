package io.fulfilment.inventory.domain;

import io.fulfilment.events.value.Sku;
import io.fulfilment.events.value.StockLine;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** So many pieces of each of some products, each product once. */
public record Pieces(SortedMap<Sku, Long> bySku) {

    public Pieces {
        if (bySku.values().stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException("pieces of a product are at least 1");
        }
        bySku = Collections.unmodifiableSortedMap(new TreeMap<>(bySku));
    }

    /** Sums the lines that name the same product. */
    public static Pieces of(List<StockLine> lines) {
        var sums = new TreeMap<Sku, Long>();
        lines.forEach(line -> sums.merge(line.sku(), (long) line.quantity().value(), Math::addExact));
        return new Pieces(sums);
    }

    public Set<Sku> skus() {
        return bySku.keySet();
    }
}
