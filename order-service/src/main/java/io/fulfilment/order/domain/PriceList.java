package io.fulfilment.order.domain;

import io.fulfilment.events.value.Sku;
import java.util.Collection;
import java.util.Map;

/** This service's own copy of the products' names and prices, as inventory last stated them. */
public interface PriceList {

    /** The entries of these products; a product that isn't listed is left out. */
    Map<Sku, PricedProduct> entries(Collection<Sku> skus);

    /** Adds or replaces entries, at most one for each product. */
    void put(Collection<PricedProduct> products);

    /** How many products are listed. */
    long size();
}
