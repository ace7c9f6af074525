package io.fulfilment.order.application;

import io.fulfilment.events.inventory.InventoryEvent.ProductPriced;
import io.fulfilment.messaging.Received;
import io.fulfilment.order.domain.PriceList;
import io.fulfilment.order.domain.PricedProduct;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Follows the products' names and prices (pattern: event-carried state transfer). */
@Service
public class UpdatePriceList {

    private final PriceList priceList;

    UpdatePriceList(PriceList priceList) {
        this.priceList = priceList;
    }

    @Transactional
    public void on(List<Received<ProductPriced>> prices) {
        priceList.put(prices.stream()
                .map(Received::message)
                .map(priced -> new PricedProduct(priced.sku(), priced.name(), priced.price()))
                .toList());
    }
}
