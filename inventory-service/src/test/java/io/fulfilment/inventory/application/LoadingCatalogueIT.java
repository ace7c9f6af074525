package io.fulfilment.inventory.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfilment.events.inventory.InventoryEvent.ProductPriced;
import io.fulfilment.events.inventory.InventoryEvent.StockAdjusted;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.RecordedOutbox;
import io.fulfilment.inventory.Shelf;
import io.fulfilment.inventory.Slice;
import io.fulfilment.inventory.domain.CatalogueItem;
import io.fulfilment.inventory.domain.Product;
import io.fulfilment.inventory.query.ProductView.StockView;
import io.fulfilment.inventory.query.ProductViews;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({Slice.class, Shelf.class})
class LoadingCatalogueIT {

    private static final Money PRICE = Money.of("4.50", "EUR");

    @Autowired
    private LoadingCatalogue loading;

    @Autowired
    private ProductViews views;

    @Autowired
    private Shelf shelf;

    @Autowired
    private RecordedOutbox outbox;

    @Autowired
    private JdbcClient jdbc;

    private final Sku cup = new Sku("C-" + UUID.randomUUID());
    private final Sku pot = new Sku("D-" + UUID.randomUUID());

    @BeforeEach
    void nothingIsLoaded() {
        jdbc.sql("DELETE FROM catalogue_load").update();
    }

    @Test
    void bringsProductsWithStockAndTellsTheOthers() {
        assertThat(loading.load(() -> List.of(item(cup, 100), item(pot, 0)))).isEqualTo(2);
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(100, 0, 0));
        assertThat(shelf.stockOf(pot)).isEqualTo(new StockView(0, 0, 0));
        assertThat(outbox.about(cup))
                .containsExactly(new ProductPriced(cup, "Thing", PRICE), new StockAdjusted(cup, 100, "catalogue"));
        assertThat(outbox.about(pot)).containsExactly(new ProductPriced(pot, "Thing", PRICE));
    }

    @Test
    void isReadOnlyOnce() {
        loading.load(() -> List.of(item(cup, 100)));
        assertThat(loading.load(() -> {
                    throw new IllegalStateException("read again");
                }))
                .isZero();
    }

    @Test
    void isLoadedByOneOfSeveralReplicas() throws InterruptedException, ExecutionException {
        Callable<Integer> load = () -> loading.load(() -> List.of(item(cup, 100)));
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            int added = 0;
            for (var result : replicas.invokeAll(Collections.nCopies(4, load))) {
                added += result.get();
            }
            assertThat(added).isEqualTo(1);
        }
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(100, 0, 0));
    }

    @Test
    void canBeLoadedAfterAFailure() {
        assertThatThrownBy(() -> loading.load(() -> {
                    throw new IllegalArgumentException("bad line");
                }))
                .hasMessage("bad line");
        assertThat(loading.load(() -> List.of(item(cup, 1)))).isEqualTo(1);
    }

    @Test
    void leavesAloneWhatAnOperatorHasMade() {
        Sku made = shelf.product(3);
        assertThat(loading.load(() -> List.of(item(made, 100), item(cup, 1)))).isEqualTo(1);
        assertThat(shelf.stockOf(made)).isEqualTo(new StockView(3, 0, 0));
        assertThat(views.find(made).orElseThrow().name()).isEqualTo("Something");
    }

    private static CatalogueItem item(Sku sku, long quantity) {
        return new CatalogueItem(new Product(sku, "Thing", PRICE), quantity);
    }
}
