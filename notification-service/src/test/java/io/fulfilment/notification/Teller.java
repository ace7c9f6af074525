package io.fulfilment.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.Topic;
import io.fulfilment.events.TypeName;
import io.fulfilment.events.notification.NotificationCommand.NotifyCustomer;
import io.fulfilment.events.notification.NotificationCommand.NotifyCustomerV1;
import io.fulfilment.events.notification.NotificationKind;
import io.fulfilment.events.notification.NotificationKindV1;
import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.OrderLine;
import io.fulfilment.events.value.Quantity;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.testing.Peer;
import io.fulfilment.testing.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The other side of the conversation, over Kafka: has one order's customer told, and reads what comes of it. */
final class Teller implements AutoCloseable {

    /** An answer, and the id of the command that it answers. */
    record Answered(String type, UUID command) {}

    private static final CustomerId ALICE = new CustomerId("alice");
    private static final Money TOTAL = Money.of("19.98", "EUR");
    private static final List<OrderLine> LINES =
            List.of(new OrderLine(new Sku("SKU-0001"), "Teapot", new Quantity(2), Money.of("9.99", "EUR")));

    private final Peer orchestrator = new Peer("saga-orchestrator");
    private final OrderId orderId = new OrderId(UUID.randomUUID());
    private final TopicReader replies = TopicReader.of(Topic.SAGA_REPLIES.topicName());
    private final TopicReader facts = TopicReader.of(Topic.NOTIFICATION_EVENTS.topicName());

    OrderId orderId() {
        return orderId;
    }

    String order() {
        return orderId.toString();
    }

    /** An address of this order's own. */
    String email() {
        return "ada." + orderId + "@example.com";
    }

    UUID orderCompleted() {
        return orderCompleted(email());
    }

    UUID orderCompleted(String email) {
        return tell(NotificationKind.ORDER_COMPLETED, email);
    }

    UUID orderCancelled() {
        return tell(NotificationKind.ORDER_CANCELLED, email());
    }

    /** As it was asked for before orders could be cancelled. */
    UUID orderCompletedV1() {
        return orchestrator.send(new NotifyCustomerV1(
                saga(), orderId, ALICE, NotificationKindV1.ORDER_COMPLETED, email(), LINES, TOTAL, null));
    }

    private UUID tell(NotificationKind kind, String email) {
        return orchestrator.send(new NotifyCustomer(saga(), orderId, ALICE, kind, email, LINES, TOTAL, null));
    }

    private static SagaId saga() {
        return new SagaId(UUID.randomUUID());
    }

    /** Waits until there are as many answers, and sees that these are they. */
    void hasBeenAnswered(Answered... expected) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(answers()).containsExactlyInAnyOrder(expected));
    }

    List<String> facts() {
        return facts.records(order()).stream().map(Teller::type).toList();
    }

    private List<Answered> answers() {
        return replies.records(order()).stream()
                .map(it -> new Answered(type(it), UUID.fromString(header(it, "ce_causationid"))))
                .toList();
    }

    private static String type(ConsumerRecord<byte[], byte[]> found) {
        String name = TypeName.parse(header(found, "ce_type")).name();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String header(ConsumerRecord<byte[], byte[]> found, String name) {
        return new String(found.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        orchestrator.close();
        replies.close();
        facts.close();
    }
}
