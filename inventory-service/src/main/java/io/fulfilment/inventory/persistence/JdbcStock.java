package io.fulfilment.inventory.persistence;

import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.domain.Stock;
import io.fulfilment.inventory.domain.StockChange;
import io.fulfilment.inventory.domain.StockLevel;
import io.fulfilment.inventory.domain.StockLevels;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One statement for the locks of a batch, one for all that it changes. */
@Repository
class JdbcStock implements Stock {

    private final JdbcClient jdbc;

    JdbcStock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public StockLevels lock(Collection<Sku> skus) {
        var levels = new HashMap<Sku, StockLevel>();
        if (!skus.isEmpty()) {
            jdbc.sql("""
                    SELECT sku, available, reserved, shipped FROM stock
                    WHERE sku = ANY(?::text[]) ORDER BY sku FOR UPDATE
                    """).param(texts(skus)).query(row -> {
                levels.put(new Sku(row.getString("sku")), level(row));
            });
        }
        return new StockLevels(levels);
    }

    @Override
    public void apply(SortedMap<Sku, StockChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        int changed = jdbc.sql("""
                UPDATE stock SET available = stock.available + change.available,
                  reserved = stock.reserved + change.reserved,
                  shipped = stock.shipped + change.shipped
                FROM unnest(?::text[], ?::bigint[], ?::bigint[], ?::bigint[]) AS change (sku, available, reserved, shipped)
                WHERE stock.sku = change.sku
                """)
                .param(texts(changes.keySet()))
                .param(numbers(changes, StockChange::available))
                .param(numbers(changes, StockChange::reserved))
                .param(numbers(changes, StockChange::shipped))
                .update();
        if (changed != changes.size()) {
            throw new IllegalStateException("stock is missing of one of " + changes.keySet());
        }
    }

    private static StockLevel level(ResultSet row) throws SQLException {
        return new StockLevel(row.getLong("available"), row.getLong("reserved"), row.getLong("shipped"));
    }

    private static String[] texts(Collection<Sku> skus) {
        return skus.stream().map(Sku::value).toArray(String[]::new);
    }

    private static long[] numbers(Map<Sku, StockChange> changes, ToLongFunction<StockChange> number) {
        return changes.values().stream().mapToLong(number).toArray();
    }
}
