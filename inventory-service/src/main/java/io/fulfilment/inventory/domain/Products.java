package io.fulfilment.inventory.domain;

import io.fulfilment.events.value.Sku;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** All products, and the record of what came in and went out of their stock. */
public interface Products {

    /** What storing a product did. */
    enum Change {
        CREATED,
        CHANGED,
        NONE
    }

    /** Stores name and price; a new product starts without stock. */
    Change put(Product product);

    /** Adds the products that aren't there yet, without stock, and says which those are. */
    Set<Sku> addNew(List<Product> products);

    /** Keeps a record of adjustments. */
    void record(Collection<StockAdjustment> adjustments);
}
