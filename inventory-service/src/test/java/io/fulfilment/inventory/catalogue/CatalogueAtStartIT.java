package io.fulfilment.inventory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.Topic;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.query.ProductView.StockView;
import io.fulfilment.inventory.query.ProductViews;
import io.fulfilment.testing.ServiceIT;
import io.fulfilment.testing.TopicReader;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@ServiceIT
@TestPropertySource(properties = "CATALOGUE_FILE=../deploy/catalogue.csv")
class CatalogueAtStartIT {

    @Autowired
    private CatalogueAtStart start;

    @Autowired
    private ProductViews views;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void bringsTheDemonstrationCatalogueOnceAndTellsTheOthers() {
        // Another test of this JVM may have loaded something before, which would have been enough.
        jdbc.sql("DELETE FROM catalogue_load").update();
        start.run(new DefaultApplicationArguments());
        start.run(new DefaultApplicationArguments());
        assertThat(stockOf("SKU-0001")).isEqualTo(new StockView(100_000, 0, 0));
        assertThat(stockOf("SKU-1000")).isEqualTo(new StockView(100_000, 0, 0));
        assertThat(stockOf("SKU-RARE")).isEqualTo(new StockView(10, 0, 0));
        try (TopicReader reader = TopicReader.of(Topic.INVENTORY_EVENTS.topicName())) {
            await().untilAsserted(() -> assertThat(reader.records("SKU-RARE")).hasSize(2));
            await().untilAsserted(() -> assertThat(reader.records("SKU-0500")).hasSize(2));
        }
    }

    private StockView stockOf(String sku) {
        return views.find(new Sku(sku)).orElseThrow().stock();
    }
}
