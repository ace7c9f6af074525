package io.fulfilment.inventory.messaging;

import static io.fulfilment.inventory.Commands.line;
import static io.fulfilment.inventory.Commands.newOrder;
import static io.fulfilment.inventory.Commands.sagaOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.Topic;
import io.fulfilment.events.inventory.InventoryCommand.DispatchStock;
import io.fulfilment.events.inventory.InventoryCommand.ReleaseStock;
import io.fulfilment.events.inventory.InventoryCommand.ReserveStock;
import io.fulfilment.events.inventory.InventoryCommand.Restock;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.Shelf;
import io.fulfilment.inventory.query.ProductView.StockView;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.MessageHandlers.Handler;
import io.fulfilment.testing.Peer;
import io.fulfilment.testing.ServiceIT;
import io.fulfilment.testing.TopicReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ServiceIT
@Import(Shelf.class)
class InventoryCommandsIT {

    @Autowired
    private Shelf shelf;

    private final Peer orchestrator = new Peer("saga-orchestrator");
    private final OrderId order = newOrder();

    @AfterEach
    void close() {
        orchestrator.close();
    }

    /** Types that are handled apart would take their locks one after the other. */
    @Test
    void handlesAllCommandsOfABatchTogether(@Autowired MessageHandlers handlers) {
        assertThat(handlers.byType().values().stream().map(Handler::action).distinct())
                .hasSize(1);
    }

    @Test
    void reservesAndDispatches() {
        Sku cup = shelf.product(10);
        UUID reserve = orchestrator.send(new ReserveStock(sagaOf(order), order, List.of(line(cup, 3))));
        UUID dispatch = orchestrator.send(new DispatchStock(sagaOf(order), order));
        awaitTypes(Topic.INVENTORY_EVENTS, "StockReserved", "StockDispatched");
        awaitTypes(Topic.SAGA_REPLIES, "ReserveStockSucceeded", "DispatchStockSucceeded");
        assertThat(headers(Topic.SAGA_REPLIES, "ce_causationid"))
                .containsExactly(reserve.toString(), dispatch.toString());
        assertThat(headers(Topic.SAGA_REPLIES, "ce_sequence")).containsExactly("1", "2");
        assertThat(headers(Topic.INVENTORY_EVENTS, "ce_source"))
                .containsOnly("/inventory-service/" + Topic.INVENTORY_EVENTS.topicName());
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(7, 0, 3));
    }

    @Test
    void answersACommandThatWasSentAgainUnderAnotherId() {
        Sku cup = shelf.product(10);
        orchestrator.send(new ReserveStock(sagaOf(order), order, List.of(line(cup, 3))));
        orchestrator.send(new ReserveStock(sagaOf(order), order, List.of(line(cup, 3))));
        awaitTypes(Topic.SAGA_REPLIES, "ReserveStockSucceeded", "ReserveStockSucceeded");
        awaitTypes(Topic.INVENTORY_EVENTS, "StockReserved");
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(7, 3, 0));
    }

    @Test
    void refusesWhatWasUndoneBeforeItCame() {
        Sku cup = shelf.product(10);
        orchestrator.send(new ReleaseStock(sagaOf(order), order));
        orchestrator.send(new ReserveStock(sagaOf(order), order, List.of(line(cup, 3))));
        awaitTypes(Topic.SAGA_REPLIES, "ReleaseStockSucceeded", "ReserveStockRefused");
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(10, 0, 0));
    }

    @Test
    void takesBackWhatItDispatched() {
        Sku cup = shelf.product(10);
        orchestrator.send(new ReserveStock(sagaOf(order), order, List.of(line(cup, 3))));
        orchestrator.send(new DispatchStock(sagaOf(order), order));
        orchestrator.send(new Restock(sagaOf(order), order));
        awaitTypes(Topic.INVENTORY_EVENTS, "StockReserved", "StockDispatched", "StockRestocked");
        awaitTypes(Topic.SAGA_REPLIES, "ReserveStockSucceeded", "DispatchStockSucceeded", "RestockSucceeded");
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(10, 0, 0));
    }

    private void awaitTypes(Topic topic, String... types) {
        await().untilAsserted(() -> assertThat(headers(topic, "ce_type"))
                .extracting(type -> type.replaceAll("^io\\.fulfilment\\.inventory\\.|\\.v1$", ""))
                .containsExactly(types));
    }

    private List<String> headers(Topic topic, String name) {
        try (TopicReader reader = TopicReader.of(topic.topicName())) {
            return reader.records(order.toString()).stream()
                    .map(found -> text(found, name))
                    .toList();
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> found, String header) {
        return new String(found.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }
}
