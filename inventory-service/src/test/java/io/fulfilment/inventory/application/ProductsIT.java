package io.fulfilment.inventory.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.fulfilment.events.inventory.InventoryEvent.ProductPriced;
import io.fulfilment.events.inventory.InventoryEvent.StockAdjusted;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.RecordedOutbox;
import io.fulfilment.inventory.Shelf;
import io.fulfilment.inventory.Slice;
import io.fulfilment.inventory.domain.AdjustmentRefused;
import io.fulfilment.inventory.domain.Product;
import io.fulfilment.inventory.domain.Products.Change;
import io.fulfilment.inventory.domain.StockAdjustment;
import io.fulfilment.inventory.query.ProductView;
import io.fulfilment.inventory.query.ProductView.StockView;
import io.fulfilment.inventory.query.ProductViews;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({Slice.class, Shelf.class})
class ProductsIT {

    private static final UUID CORRELATION = UUID.randomUUID();

    @Autowired
    private PricingProduct pricing;

    @Autowired
    private AdjustingStock adjusting;

    @Autowired
    private ProductViews views;

    @Autowired
    private Shelf shelf;

    @Autowired
    private RecordedOutbox outbox;

    @Autowired
    private JdbcClient jdbc;

    private final Sku sku = new Sku("P-" + UUID.randomUUID());

    @Test
    void tellsTheOthersOnlyOfChanges() {
        assertThat(pricing.price(new Product(sku, "Cup", Money.of("4.50", "EUR")), CORRELATION))
                .isEqualTo(Change.CREATED);
        assertThat(pricing.price(new Product(sku, "Cup", Money.of("4.5", "EUR")), CORRELATION))
                .isEqualTo(Change.NONE);
        assertThat(pricing.price(new Product(sku, "Cup", Money.of("5", "EUR")), CORRELATION))
                .isEqualTo(Change.CHANGED);
        assertThat(views.find(sku))
                .contains(new ProductView(sku, "Cup", Money.of("5.00", "EUR"), new StockView(0, 0, 0)));
        assertThat(outbox.about(sku))
                .containsExactly(
                        new ProductPriced(sku, "Cup", Money.of("4.50", "EUR")),
                        new ProductPriced(sku, "Cup", Money.of("5.00", "EUR")));
    }

    @Test
    void keepsARecordOfEveryAdjustment() {
        Sku cup = shelf.product(10);
        assertThat(adjusting.adjust(new StockAdjustment(cup, -4, "broken", "olivia"), CORRELATION))
                .isTrue();
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(6, 0, 0));
        assertThat(outbox.about(cup)).last().isEqualTo(new StockAdjusted(cup, -4, "broken"));
        assertThat(jdbc.sql("SELECT sum(delta) FROM stock_adjustment WHERE sku = ?")
                        .param(cup.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(longs = {-11, Long.MIN_VALUE, Long.MAX_VALUE})
    void leavesTheStockAloneWhenAnAdjustmentIsImpossible(long delta) {
        Sku cup = shelf.product(10);
        assertThatExceptionOfType(AdjustmentRefused.class)
                .isThrownBy(() -> adjusting.adjust(new StockAdjustment(cup, delta, "mistake", "olivia"), CORRELATION));
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(10, 0, 0));
    }

    @Test
    void adjustsNothingThatDoesNotExist() {
        assertThat(adjusting.adjust(new StockAdjustment(sku, 1, "delivery", "olivia"), CORRELATION))
                .isFalse();
    }

    @Test
    void pagesInTheOrderOfTheSkus() {
        for (String name : new String[] {"-b", "-B", "-a", "-a.1"}) {
            pricing.price(new Product(new Sku(sku + name), "Cup", Money.of("1", "EUR")), CORRELATION);
        }
        assertThat(views.page(sku.value(), 3))
                .extracting(view -> view.sku().value())
                .containsExactly(sku + "-B", sku + "-a", sku + "-a.1");
        assertThat(views.page(sku + "-a.1", 1))
                .extracting(view -> view.sku().value())
                .containsExactly(sku + "-b");
    }

    @Test
    void theDatabaseItselfKeepsStockFromGoingBelowZero() {
        Sku cup = shelf.product(10);
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.sql("UPDATE stock SET available = -1 WHERE sku = ?")
                        .param(cup.value())
                        .update());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE stock_adjustment SET delta = 1",
                "DELETE FROM stock_adjustment",
                "DELETE FROM reservation"
            })
    void theServiceCannotRewriteItsHistory(String statement) {
        assertThatThrownBy(() -> jdbc.sql(statement).update())
                .rootCause()
                .asInstanceOf(type(SQLException.class))
                .extracting(SQLException::getSQLState)
                .isEqualTo("42501");
    }
}
