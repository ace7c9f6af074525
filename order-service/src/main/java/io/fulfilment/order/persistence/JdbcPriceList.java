package io.fulfilment.order.persistence;

import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.Sku;
import io.fulfilment.order.domain.PriceList;
import io.fulfilment.order.domain.PricedProduct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Currency;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPriceList implements PriceList {

    private final JdbcClient jdbc;

    JdbcPriceList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<Sku, PricedProduct> entries(Collection<Sku> skus) {
        return jdbc
                .sql("SELECT sku, name, amount, currency FROM price_list WHERE sku = ANY (?)")
                .param(column(skus, Sku::value))
                .query(JdbcPriceList::product)
                .stream()
                .collect(Collectors.toMap(PricedProduct::sku, Function.identity()));
    }

    /** Rows are locked in the order of their SKUs, so that two writers never wait for each other in a ring. */
    @Override
    public void put(Collection<PricedProduct> products) {
        jdbc.sql("""
                        INSERT INTO price_list (sku, name, amount, currency)
                        SELECT * FROM unnest(?::text[], ?::text[], ?::numeric[], ?::text[]) AS new (sku, name, amount, currency)
                        ORDER BY sku
                        ON CONFLICT (sku) DO UPDATE
                        SET name = EXCLUDED.name, amount = EXCLUDED.amount, currency = EXCLUDED.currency
                        """)
                .param(column(products, product -> product.sku().value()))
                .param(column(products, PricedProduct::name))
                .param(column(products, product -> product.price().amount().toPlainString()))
                .param(column(products, product -> product.price().currency().getCurrencyCode()))
                .update();
    }

    @Override
    public long size() {
        return jdbc.sql("SELECT count(*) FROM price_list").query(Long.class).single();
    }

    private static PricedProduct product(ResultSet row, int number) throws SQLException {
        return new PricedProduct(
                new Sku(row.getString("sku")),
                row.getString("name"),
                new Money(row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency"))));
    }

    private static <T> String[] column(Collection<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }
}
