package io.fulfilment.inventory.application;

import io.fulfilment.events.inventory.InventoryEvent.ProductPriced;
import io.fulfilment.inventory.domain.Product;
import io.fulfilment.inventory.domain.Products;
import io.fulfilment.inventory.domain.Products.Change;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives a product its name and price; the others hear of it only if something changed. */
@Service
@Transactional
public class PricingProduct {

    private final Products products;
    private final Announcements announcements;

    PricingProduct(Products products, Announcements announcements) {
        this.products = products;
        this.announcements = announcements;
    }

    public Change price(Product product, UUID correlationId) {
        Change change = products.put(product);
        if (change != Change.NONE) {
            announcements.send(
                    List.of(new ProductPriced(product.sku(), product.name(), product.price())), correlationId);
        }
        return change;
    }
}
