package io.fulfilment.inventory.query;

import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.query.ProductView.StockView;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what is committed; the write side needs no copy of so small a thing. */
@Repository
public class ProductViews {

    private static final String PRODUCTS = """
            SELECT product.sku, name, price_amount, price_currency, available, reserved, shipped
            FROM product JOIN stock ON stock.sku = product.sku
            """;

    private final JdbcClient jdbc;

    ProductViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<ProductView> find(Sku sku) {
        return jdbc.sql(PRODUCTS + "WHERE product.sku = ?")
                .param(sku.value())
                .query(ProductViews::view)
                .optional();
    }

    /**
     * Products in the order of their SKUs.
     *
     * @param after the last SKU already seen, or the empty text
     */
    public List<ProductView> page(String after, int limit) {
        return jdbc.sql(PRODUCTS + "WHERE product.sku > ? ORDER BY product.sku LIMIT ?")
                .param(after)
                .param(limit)
                .query(ProductViews::view)
                .list();
    }

    private static ProductView view(ResultSet row, int number) throws SQLException {
        return new ProductView(
                new Sku(row.getString("sku")),
                row.getString("name"),
                price(row.getBigDecimal("price_amount"), row.getString("price_currency")),
                new StockView(row.getLong("available"), row.getLong("reserved"), row.getLong("shipped")));
    }

    private static Money price(BigDecimal amount, String currency) {
        return new Money(amount, Currency.getInstance(currency));
    }
}
