package io.fulfilment.inventory.application;

import io.fulfilment.events.Message;
import io.fulfilment.events.inventory.InventoryEvent.ProductPriced;
import io.fulfilment.events.inventory.InventoryEvent.StockAdjusted;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.domain.CatalogueItem;
import io.fulfilment.inventory.domain.CatalogueMark;
import io.fulfilment.inventory.domain.Product;
import io.fulfilment.inventory.domain.Products;
import io.fulfilment.inventory.domain.Stock;
import io.fulfilment.inventory.domain.StockAdjustment;
import io.fulfilment.inventory.domain.StockChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads the catalogue, once in the life of a database. A product that is there already stays as it is: it was made by an
 * operator, who knows better.
 */
@Service
@Transactional
public class LoadingCatalogue {

    private static final String REASON = "catalogue";

    private final CatalogueMark mark;
    private final Products products;
    private final Stock stock;
    private final Announcements announcements;

    LoadingCatalogue(CatalogueMark mark, Products products, Stock stock, Announcements announcements) {
        this.mark = mark;
        this.products = products;
        this.stock = stock;
        this.announcements = announcements;
    }

    /**
     * @param catalogue read only if it has not been loaded before
     * @return the number of products added
     */
    public int load(Supplier<List<CatalogueItem>> catalogue) {
        if (!mark.set()) {
            return 0;
        }
        List<CatalogueItem> items = catalogue.get();
        Set<Sku> added =
                products.addNew(items.stream().map(CatalogueItem::product).toList());
        var fresh = items.stream()
                .filter(item -> added.contains(item.product().sku()))
                .toList();
        fill(fresh.stream().filter(item -> item.quantity() > 0).toList());
        announcements.send(facts(fresh));
        return fresh.size();
    }

    private void fill(List<CatalogueItem> items) {
        var changes = new TreeMap<Sku, StockChange>();
        items.forEach(item -> changes.put(item.product().sku(), new StockChange(item.quantity(), 0, 0)));
        stock.apply(changes);
        products.record(items.stream()
                .map(item -> new StockAdjustment(item.product().sku(), item.quantity(), REASON, REASON))
                .toList());
    }

    private static List<Message> facts(List<CatalogueItem> items) {
        var facts = new ArrayList<Message>();
        for (CatalogueItem item : items) {
            Product product = item.product();
            facts.add(new ProductPriced(product.sku(), product.name(), product.price()));
            if (item.quantity() > 0) {
                facts.add(new StockAdjusted(product.sku(), item.quantity(), REASON));
            }
        }
        return facts;
    }
}
