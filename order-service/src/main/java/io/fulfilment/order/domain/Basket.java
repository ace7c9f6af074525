package io.fulfilment.order.domain;

import io.fulfilment.events.value.OrderLine;
import io.fulfilment.events.value.Quantity;
import io.fulfilment.events.value.Sku;
import io.fulfilment.events.value.StockLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;

/**
 * What a customer wants to buy. A product stands in it once: lines with the same SKU are added up, so that stock is
 * reserved per product.
 */
public record Basket(List<StockLine> lines) {

    public Basket {
        lines = merged(lines);
    }

    public List<Sku> skus() {
        return lines.stream().map(StockLine::sku).toList();
    }

    /**
     * The basket's lines at the prices given.
     *
     * @throws OrderRefused if a product has no price, or the lines can't be one order
     */
    public OrderLines at(Map<Sku, PricedProduct> prices) {
        var unknown = new TreeSet<Sku>(skus());
        unknown.removeAll(prices.keySet());
        if (!unknown.isEmpty()) {
            throw new OrderRefused.UnknownProducts(unknown);
        }
        var priced = new ArrayList<OrderLine>();
        for (StockLine line : lines) {
            PricedProduct product = prices.get(line.sku());
            if (product != null) {
                priced.add(product.line(line.quantity()));
            }
        }
        return new OrderLines(priced);
    }

    private static List<StockLine> merged(List<StockLine> lines) {
        SequencedMap<Sku, Integer> pieces = new LinkedHashMap<>();
        lines.forEach(line -> pieces.merge(line.sku(), line.quantity().value(), Integer::sum));
        return pieces.entrySet().stream()
                .map(entry -> new StockLine(entry.getKey(), quantity(entry.getKey(), entry.getValue())))
                .toList();
    }

    private static Quantity quantity(Sku sku, int pieces) {
        try {
            return new Quantity(pieces);
        } catch (IllegalArgumentException tooMany) {
            throw new OrderRefused.UnsuitableLines(
                    "the lines of " + sku + " add up to " + pieces + " pieces: " + tooMany.getMessage());
        }
    }
}
