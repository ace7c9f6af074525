package io.fulfilment.inventory.persistence;

import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.domain.Product;
import io.fulfilment.inventory.domain.Products;
import io.fulfilment.inventory.domain.StockAdjustment;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One statement for each change, so that two operators who price a product at once are told apart by the row's lock. */
@Repository
class JdbcProducts implements Products {

    private final JdbcClient jdbc;

    JdbcProducts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Change put(Product product) {
        return jdbc.sql("""
                WITH stored AS (
                  INSERT INTO product (sku, name, price_amount, price_currency) VALUES (?, ?, ?, ?)
                  ON CONFLICT (sku) DO UPDATE
                  SET name = excluded.name, price_amount = excluded.price_amount,
                    price_currency = excluded.price_currency, changed_at = now()
                  WHERE (product.name, product.price_amount, product.price_currency)
                    IS DISTINCT FROM (excluded.name, excluded.price_amount, excluded.price_currency)
                  RETURNING sku, old.sku IS NULL AS created),
                shelved AS (INSERT INTO stock (sku) SELECT sku FROM stored WHERE created)
                SELECT created FROM stored
                """)
                .param(product.sku().value())
                .param(product.name())
                .param(product.price().amount())
                .param(product.price().currency().getCurrencyCode())
                .query((row, _) -> row.getBoolean("created") ? Change.CREATED : Change.CHANGED)
                .optional()
                .orElse(Change.NONE);
    }

    @Override
    public Set<Sku> addNew(List<Product> products) {
        return jdbc
                .sql("""
                WITH added AS (
                  INSERT INTO product (sku, name, price_amount, price_currency)
                  SELECT * FROM unnest(?::text[], ?::text[], ?::numeric[], ?::text[])
                  ON CONFLICT (sku) DO NOTHING RETURNING sku),
                shelved AS (INSERT INTO stock (sku) SELECT sku FROM added)
                SELECT sku FROM added
                """)
                .param(column(products, product -> product.sku().value()))
                .param(column(products, Product::name))
                .param(column(products, product -> product.price().amount().toPlainString()))
                .param(column(products, product -> product.price().currency().getCurrencyCode()))
                .query((row, _) -> new Sku(row.getString("sku")))
                .stream()
                .collect(Collectors.toSet());
    }

    @Override
    public void record(Collection<StockAdjustment> adjustments) {
        jdbc.sql("""
                INSERT INTO stock_adjustment (sku, delta, reason, adjusted_by)
                SELECT * FROM unnest(?::text[], ?::bigint[], ?::text[], ?::text[])
                """)
                .param(column(adjustments, adjustment -> adjustment.sku().value()))
                .param(adjustments.stream().mapToLong(StockAdjustment::delta).toArray())
                .param(column(adjustments, StockAdjustment::reason))
                .param(column(adjustments, StockAdjustment::by))
                .update();
    }

    private static <T> String[] column(Collection<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
