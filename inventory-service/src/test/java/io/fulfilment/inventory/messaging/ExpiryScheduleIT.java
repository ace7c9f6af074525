package io.fulfilment.inventory.messaging;

import static io.fulfilment.inventory.Commands.line;
import static io.fulfilment.inventory.Commands.newOrder;
import static io.fulfilment.inventory.Commands.reserve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.Topic;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.Shelf;
import io.fulfilment.inventory.application.MovingStock;
import io.fulfilment.inventory.query.ProductView.StockView;
import io.fulfilment.testing.ServiceIT;
import io.fulfilment.testing.TopicReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@ServiceIT
@Import(Shelf.class)
@TestPropertySource(properties = "inventory.reservations.poll=50ms")
@DirtiesContext
class ExpiryScheduleIT {

    private final OrderId order = newOrder();

    @Test
    void aReservationExpiresByItselfAndOthersHearOfIt(
            @Autowired Shelf shelf, @Autowired MovingStock moving, @Autowired JdbcClient jdbc) {
        Sku cup = shelf.product(10);
        moving.handle(List.of(reserve(order, line(cup, 3))));
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(7, 3, 0));

        jdbc.sql("UPDATE reservation SET changed_at = now() - interval '2 days' WHERE order_id = ?")
                .param(order.value())
                .update();

        await().untilAsserted(() -> assertThat(facts("ce_type"))
                .containsExactly(
                        "io.fulfilment.inventory.StockReserved.v1",
                        "io.fulfilment.inventory.StockReservationExpired.v1"));
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(10, 0, 0));
        assertThat(facts("ce_correlationid")).last().isEqualTo(order.toString());
    }

    private List<String> facts(String header) {
        try (TopicReader reader = TopicReader.of(Topic.INVENTORY_EVENTS.topicName())) {
            return reader.records(order.toString()).stream()
                    .map(found -> new String(found.headers().lastHeader(header).value(), StandardCharsets.UTF_8))
                    .toList();
        }
    }
}
