package io.fulfilment.inventory;

import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.application.AdjustingStock;
import io.fulfilment.inventory.application.PricingProduct;
import io.fulfilment.inventory.domain.Product;
import io.fulfilment.inventory.domain.StockAdjustment;
import io.fulfilment.inventory.query.ProductView.StockView;
import io.fulfilment.inventory.query.ProductViews;
import java.util.UUID;

/** Products of a test's own, and what is left of them. */
public class Shelf {

    private final PricingProduct pricing;
    private final AdjustingStock adjusting;
    private final ProductViews views;

    public Shelf(PricingProduct pricing, AdjustingStock adjusting, ProductViews views) {
        this.pricing = pricing;
        this.adjusting = adjusting;
        this.views = views;
    }

    /** A new product with so many pieces. */
    public Sku product(long quantity) {
        var sku = new Sku("T-" + UUID.randomUUID());
        pricing.price(new Product(sku, "Something", Money.of("9.99", "EUR")), UUID.randomUUID());
        add(sku, quantity);
        return sku;
    }

    public void add(Sku sku, long quantity) {
        adjusting.adjust(new StockAdjustment(sku, quantity, "delivery", "oscar"), UUID.randomUUID());
    }

    public StockView stockOf(Sku sku) {
        return views.find(sku).orElseThrow().stock();
    }
}
