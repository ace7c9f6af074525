package io.fulfilment.order.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderLine;
import io.fulfilment.events.value.Quantity;
import io.fulfilment.events.value.Sku;
import io.fulfilment.events.value.StockLine;
import io.fulfilment.order.domain.OrderRefused.UnknownProducts;
import io.fulfilment.order.domain.OrderRefused.UnsuitableLines;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BasketTest {

    private static final Map<Sku, PricedProduct> PRICES =
            prices(product("LAMP", "19.99", "EUR"), product("DESK", "250.00", "EUR"), product("RICE", "500", "JPY"));

    @Test
    void takesNamesAndPricesFromTheList() {
        var lines = new Basket(List.of(line("LAMP", 3), line("DESK", 1))).at(PRICES);
        assertThat(lines.lines())
                .containsExactly(
                        new OrderLine(new Sku("LAMP"), "The LAMP", new Quantity(3), Money.of("19.99", "EUR")),
                        new OrderLine(new Sku("DESK"), "The DESK", new Quantity(1), Money.of("250.00", "EUR")));
        assertThat(lines.total()).isEqualTo(Money.of("309.97", "EUR"));
    }

    @Test
    void addsUpLinesOfTheSameProduct() {
        var basket = new Basket(List.of(line("LAMP", 3), line("DESK", 1), line("LAMP", 4)));
        assertThat(basket.lines()).containsExactly(line("LAMP", 7), line("DESK", 1));
    }

    @Test
    void refusesMorePiecesOfAProductThanALineMayHave() {
        assertThatExceptionOfType(UnsuitableLines.class)
                .isThrownBy(() -> new Basket(List.of(line("LAMP", 9_999), line("LAMP", 1))))
                .withMessageContaining("LAMP");
    }

    @Test
    void namesEveryUnknownProduct() {
        var basket = new Basket(List.of(line("NONE-2", 1), line("LAMP", 1), line("NONE-1", 1)));
        assertThatExceptionOfType(UnknownProducts.class)
                .isThrownBy(() -> basket.at(PRICES))
                .satisfies(refusal -> assertThat(refusal.skus()).containsExactly(new Sku("NONE-1"), new Sku("NONE-2")));
    }

    @Test
    void refusesToAddUpCurrencies() {
        assertThatExceptionOfType(UnsuitableLines.class)
                .isThrownBy(() -> new Basket(List.of(line("LAMP", 1), line("RICE", 1))).at(PRICES))
                .withMessageContaining("EUR, JPY");
    }

    @Test
    void refusesATotalBeyondWhatMoneyHolds() {
        var dear = prices(product("GEM", "999999999999", "EUR"));
        assertThatExceptionOfType(UnsuitableLines.class)
                .isThrownBy(() -> new Basket(List.of(line("GEM", 2))).at(dear))
                .withMessageContaining("total");
    }

    private static StockLine line(String sku, int quantity) {
        return new StockLine(new Sku(sku), new Quantity(quantity));
    }

    private static PricedProduct product(String sku, String amount, String currency) {
        return new PricedProduct(new Sku(sku), "The " + sku, Money.of(amount, currency));
    }

    private static Map<Sku, PricedProduct> prices(PricedProduct... products) {
        return Arrays.stream(products).collect(Collectors.toMap(PricedProduct::sku, Function.identity()));
    }
}
