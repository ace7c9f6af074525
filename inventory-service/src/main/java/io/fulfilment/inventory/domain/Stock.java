package io.fulfilment.inventory.domain;

import io.fulfilment.events.value.Sku;
import java.util.Collection;
import java.util.SortedMap;

/** The stock of all products. */
public interface Stock {

    /**
     * The levels of those products that exist, locked until the transaction ends. Locks are taken in the order of the
     * SKUs, so that two batches never wait for each other.
     */
    StockLevels lock(Collection<Sku> skus);

    /** Adds the changes to the levels. */
    void apply(SortedMap<Sku, StockChange> changes);
}
