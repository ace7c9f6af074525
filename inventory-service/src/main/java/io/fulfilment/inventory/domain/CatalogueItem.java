package io.fulfilment.inventory.domain;

/** A product as the catalogue brings it, with the pieces that are there at first. */
public record CatalogueItem(Product product, long quantity) {

    public CatalogueItem {
        if (quantity < 0 || quantity > StockLevel.MAX_AVAILABLE) {
            throw new IllegalArgumentException("a quantity is between 0 and " + StockLevel.MAX_AVAILABLE);
        }
    }
}
