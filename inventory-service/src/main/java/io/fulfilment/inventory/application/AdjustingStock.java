package io.fulfilment.inventory.application;

import io.fulfilment.events.inventory.InventoryEvent.StockAdjusted;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.domain.AdjustmentRefused;
import io.fulfilment.inventory.domain.Products;
import io.fulfilment.inventory.domain.Stock;
import io.fulfilment.inventory.domain.StockAdjustment;
import io.fulfilment.inventory.domain.StockLevels;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes stock in or writes it off. */
@Service
@Transactional
public class AdjustingStock {

    private final Stock stock;
    private final Products products;
    private final Announcements announcements;

    AdjustingStock(Stock stock, Products products, Announcements announcements) {
        this.stock = stock;
        this.products = products;
        this.announcements = announcements;
    }

    /**
     * @return whether there is such a product
     * @throws AdjustmentRefused if an impossible number of pieces would be left
     */
    public boolean adjust(StockAdjustment adjustment, UUID correlationId) {
        Sku sku = adjustment.sku();
        StockLevels levels = stock.lock(Set.of(sku));
        if (!levels.knows(sku)) {
            return false;
        }
        levels.adjust(sku, adjustment.delta());
        stock.apply(levels.changes());
        products.record(List.of(adjustment));
        announcements.send(List.of(new StockAdjusted(sku, adjustment.delta(), adjustment.reason())), correlationId);
        return true;
    }
}
