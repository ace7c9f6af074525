package io.fulfilment.order.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.Topic;
import io.fulfilment.events.order.OrderCommand.CancelOrder;
import io.fulfilment.events.order.OrderCommand.CompleteOrder;
import io.fulfilment.events.order.OrderCommand.ConfirmOrder;
import io.fulfilment.events.order.OrderCommand.RejectOrder;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.RejectionReason;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.order.Placements;
import io.fulfilment.order.application.CancelOrders;
import io.fulfilment.order.application.PlaceOrder;
import io.fulfilment.order.domain.OrderStatus;
import io.fulfilment.order.domain.PriceList;
import io.fulfilment.order.query.OrderViews;
import io.fulfilment.testing.Peer;
import io.fulfilment.testing.ServiceIT;
import io.fulfilment.testing.TopicReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceIT
class OrderCommandsIT {

    private static final SagaId SAGA = new SagaId(UUID.randomUUID());

    private final PlaceOrder placeOrder;
    private final PriceList priceList;
    private final CancelOrders cancelOrders;
    private final OrderViews views;
    private final Peer orchestrator = new Peer("saga-orchestrator");

    @Autowired
    OrderCommandsIT(PlaceOrder placeOrder, PriceList priceList, CancelOrders cancelOrders, OrderViews views) {
        this.placeOrder = placeOrder;
        this.priceList = priceList;
        this.cancelOrders = cancelOrders;
        this.views = views;
    }

    @AfterEach
    void close() {
        orchestrator.close();
    }

    @Test
    void confirmsAndCompletes() {
        OrderId order = placed();
        UUID confirm = orchestrator.send(new ConfirmOrder(SAGA, order));
        UUID complete = orchestrator.send(new CompleteOrder(SAGA, order));
        awaitStatus(order, OrderStatus.COMPLETED);
        assertThat(views.find(order).orElseThrow().version()).isEqualTo(3);
        awaitTypes(
                Topic.ORDER_EVENTS,
                order,
                "io.fulfilment.order.OrderPlaced.v1",
                "io.fulfilment.order.OrderConfirmed.v1",
                "io.fulfilment.order.OrderCompleted.v1");
        awaitTypes(
                Topic.SAGA_REPLIES,
                order,
                "io.fulfilment.order.ConfirmOrderSucceeded.v1",
                "io.fulfilment.order.CompleteOrderSucceeded.v1");
        assertThat(headers(Topic.SAGA_REPLIES, order, "ce_causationid"))
                .containsExactly(confirm.toString(), complete.toString());
    }

    @Test
    void rejectsWithTheReason() {
        OrderId order = placed();
        orchestrator.send(new RejectOrder(SAGA, order, RejectionReason.PAYMENT_DECLINED));
        awaitStatus(order, OrderStatus.REJECTED);
        assertThat(views.find(order).orElseThrow().reason()).isEqualTo(RejectionReason.PAYMENT_DECLINED);
        awaitTypes(Topic.SAGA_REPLIES, order, "io.fulfilment.order.RejectOrderSucceeded.v1");
    }

    @Test
    void refusesToConfirmWhatIsRejected() {
        OrderId order = placed();
        orchestrator.send(new RejectOrder(SAGA, order, RejectionReason.TIMED_OUT));
        orchestrator.send(new ConfirmOrder(SAGA, order));
        awaitTypes(
                Topic.SAGA_REPLIES,
                order,
                "io.fulfilment.order.RejectOrderSucceeded.v1",
                "io.fulfilment.order.ConfirmOrderRefused.v1");
        awaitStatus(order, OrderStatus.REJECTED);
    }

    @Test
    void answersARepeatedCommandAgainButStatesNothingNew() {
        OrderId order = placed();
        orchestrator.send(new ConfirmOrder(SAGA, order));
        orchestrator.send(new ConfirmOrder(SAGA, order));
        awaitTypes(
                Topic.SAGA_REPLIES,
                order,
                "io.fulfilment.order.ConfirmOrderSucceeded.v1",
                "io.fulfilment.order.ConfirmOrderSucceeded.v1");
        awaitTypes(
                Topic.ORDER_EVENTS,
                order,
                "io.fulfilment.order.OrderPlaced.v1",
                "io.fulfilment.order.OrderConfirmed.v1");
    }

    @Test
    void cancelsWhatWasToBeCancelledAndRefusesAnyOtherEnd() {
        OrderId order = placed();
        cancelOrders.handle(order, "ada", "too dear");
        orchestrator.send(new ConfirmOrder(SAGA, order));
        orchestrator.send(new RejectOrder(SAGA, order, RejectionReason.TIMED_OUT));
        orchestrator.send(new CancelOrder(SAGA, order));
        orchestrator.send(new CancelOrder(SAGA, order));
        awaitTypes(
                Topic.SAGA_REPLIES,
                order,
                "io.fulfilment.order.ConfirmOrderRefused.v1",
                "io.fulfilment.order.RejectOrderRefused.v1",
                "io.fulfilment.order.CancelOrderSucceeded.v1",
                "io.fulfilment.order.CancelOrderSucceeded.v1");
        awaitTypes(
                Topic.ORDER_EVENTS,
                order,
                "io.fulfilment.order.OrderPlaced.v1",
                "io.fulfilment.order.OrderCancellationRequested.v1",
                "io.fulfilment.order.OrderCancelled.v1");
        awaitStatus(order, OrderStatus.CANCELLED);
    }

    @Test
    void letsAFulfilmentEndThatWasConfirmedBeforeTheCancellation() {
        OrderId order = placed();
        orchestrator.send(new ConfirmOrder(SAGA, order));
        awaitStatus(order, OrderStatus.CONFIRMED);
        cancelOrders.handle(order, "ada", "too dear");
        orchestrator.send(new ConfirmOrder(SAGA, order));
        orchestrator.send(new CompleteOrder(SAGA, order));
        awaitTypes(
                Topic.SAGA_REPLIES,
                order,
                "io.fulfilment.order.ConfirmOrderSucceeded.v1",
                "io.fulfilment.order.ConfirmOrderSucceeded.v1",
                "io.fulfilment.order.CompleteOrderSucceeded.v1");
        awaitStatus(order, OrderStatus.CANCELLING);
        assertThat(views.find(order).orElseThrow().version()).isEqualTo(3);
    }

    @Test
    void parksACommandForAnOrderThatWasNeverPlacedAndHandlesTheOthers() {
        OrderId unknown = new OrderId(UUID.randomUUID());
        var known = IntStream.range(0, 20).mapToObj(number -> placed()).toList();
        UUID lost = orchestrator.send(new ConfirmOrder(SAGA, unknown));
        known.forEach(order -> orchestrator.send(new ConfirmOrder(SAGA, order)));
        known.forEach(order -> awaitStatus(order, OrderStatus.CONFIRMED));
        awaitDeadLetter(lost);
    }

    @Test
    void parksWhatTheStatusForbids() {
        OrderId order = placed();
        UUID early = orchestrator.send(new CompleteOrder(SAGA, order));
        awaitDeadLetter(early);
        assertThat(views.find(order).orElseThrow().status()).isEqualTo(OrderStatus.PENDING);
    }

    private OrderId placed() {
        return Placements.place(placeOrder, priceList);
    }

    private void awaitStatus(OrderId order, OrderStatus status) {
        await().untilAsserted(() ->
                assertThat(views.find(order).orElseThrow().status()).isEqualTo(status));
    }

    private static void awaitTypes(Topic topic, OrderId order, String... types) {
        await().untilAsserted(() -> assertThat(headers(topic, order, "ce_type")).containsExactly(types));
    }

    private static void awaitDeadLetter(UUID message) {
        await().untilAsserted(() -> assertThat(records(Topic.deadLettersOf("order-service")))
                .anySatisfy(letter -> assertThat(header(letter, "ce_id")).isEqualTo(message.toString())));
    }

    private static List<String> headers(Topic topic, OrderId order, String name) {
        try (var reader = TopicReader.of(topic.topicName())) {
            return reader.records(order.toString()).stream()
                    .map(found -> header(found, name))
                    .toList();
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        try (var reader = TopicReader.of(topic)) {
            return reader.records();
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> found, String name) {
        return new String(found.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
