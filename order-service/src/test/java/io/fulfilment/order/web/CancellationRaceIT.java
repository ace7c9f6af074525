package io.fulfilment.order.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.Topic;
import io.fulfilment.events.order.OrderCommand.ConfirmOrder;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.order.Commands;
import io.fulfilment.order.application.DecidingOrders;
import io.fulfilment.order.domain.PriceList;
import io.fulfilment.order.domain.PricedProduct;
import io.fulfilment.testing.ServiceIT;
import io.fulfilment.testing.TopicReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The customer cancels while the saga confirms: exactly one comes first, and everything said agrees with it. */
@ServiceIT
class CancellationRaceIT {

    private static final int ORDERS = 100;
    private static final int BATCHES = 10;
    /** At once; fewer than may wait for the database. */
    private static final int ACTS = 40;

    private static final String NAMES = "io.fulfilment.order.";

    @LocalServerPort
    private int port;

    @Autowired
    private PriceList priceList;

    @Autowired
    private DecidingOrders deciding;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void prices() {
        priceList.put(List.of(new PricedProduct(new Sku("LAMP"), "Lamp", Money.of("19.99", "EUR"))));
    }

    @Test
    void hasOneWinnerForEachOrder() throws Exception {
        var paths = Stream.generate(operator()::placed).limit(ORDERS).toList();
        together(paths);
        var orders = paths.stream().map(CancellationRaceIT::idOf).toList();
        await().untilAsserted(
                        () -> assertThat(types(Topic.SAGA_REPLIES, orders)).hasSize(ORDERS));
        await().untilAsserted(() -> assertThat(types(Topic.ORDER_EVENTS, orders).values())
                .allMatch(events -> events.getLast().equals(NAMES + "OrderCancellationRequested.v1")));
        assertThat(before(paths)).extracting(this::cancelledFrom).containsOnly("PENDING");
        assertThat(after(paths)).extracting(this::cancelledFrom).containsOnly("CONFIRMED");
        var replies = types(Topic.SAGA_REPLIES, orders);
        var events = types(Topic.ORDER_EVENTS, orders);
        assertThat(orders).allSatisfy(order -> {
            boolean confirmed = cancelledFrom(order).equals("CONFIRMED");
            assertThat(replies.get(order.toString()))
                    .containsExactly(NAMES + (confirmed ? "ConfirmOrderSucceeded.v1" : "ConfirmOrderRefused.v1"));
            assertThat(events.getOrDefault(order.toString(), List.of()).contains(NAMES + "OrderConfirmed.v1"))
                    .isEqualTo(confirmed);
        });
    }

    /**
     * Of each batch that is confirmed, one order is cancelled before and one after; all others while it is confirmed. Whatever
     * fails in a thread fails here.
     */
    private void together(List<String> paths) throws Exception {
        before(paths).forEach(this::cancel);
        var meanwhile = paths.subList(BATCHES, ORDERS - BATCHES);
        int each = meanwhile.size() / BATCHES;
        var acts = new ArrayList<Callable<@Nullable Void>>();
        for (int batch = 0; batch < BATCHES; batch++) {
            var confirmed = batch(paths, batch);
            acts.add(() -> confirm(confirmed));
            meanwhile.subList(batch * each, (batch + 1) * each).forEach(path -> acts.add(() -> cancel(path)));
        }
        try (var threads = Executors.newFixedThreadPool(ACTS)) {
            for (var act : threads.invokeAll(acts)) {
                act.get();
            }
        }
        after(paths).forEach(this::cancel);
    }

    private static List<String> before(List<String> paths) {
        return paths.subList(0, BATCHES);
    }

    private static List<String> after(List<String> paths) {
        return paths.subList(ORDERS - BATCHES, ORDERS);
    }

    /** Every tenth, so that the orders of a batch are cancelled at different times. */
    private static List<String> batch(List<String> paths, int number) {
        return IntStream.range(0, ORDERS)
                .filter(order -> order % BATCHES == number)
                .mapToObj(paths::get)
                .toList();
    }

    private @Nullable Void cancel(String path) {
        var answer = operator().cancel(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(Client.json(answer).get("status").stringValue()).isEqualTo("CANCELLING");
        return null;
    }

    private @Nullable Void confirm(List<String> paths) {
        deciding.handle(paths.stream()
                .map(path -> Commands.received(new ConfirmOrder(new SagaId(UUID.randomUUID()), idOf(path))))
                .toList());
        return null;
    }

    private Client operator() {
        return Client.operator(port);
    }

    private String cancelledFrom(String path) {
        return cancelledFrom(idOf(path));
    }

    private String cancelledFrom(OrderId order) {
        return jdbc.sql("SELECT cancelled_from FROM orders WHERE order_id = ? AND status = 'CANCELLING'")
                .param(order.value())
                .query(String.class)
                .single();
    }

    private static Map<String, List<String>> types(Topic topic, Collection<OrderId> orders) {
        var keys = orders.stream().map(OrderId::toString).collect(Collectors.toSet());
        try (var reader = TopicReader.of(topic.topicName())) {
            return reader.records().stream()
                    .filter(found -> keys.contains(new String(found.key(), StandardCharsets.UTF_8)))
                    .collect(Collectors.groupingBy(
                            found -> new String(found.key(), StandardCharsets.UTF_8),
                            Collectors.mapping(CancellationRaceIT::type, Collectors.toList())));
        }
    }

    private static String type(ConsumerRecord<byte[], byte[]> found) {
        return new String(found.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
    }

    private static OrderId idOf(String path) {
        return OrderId.of(path.substring("/orders/".length()));
    }
}
