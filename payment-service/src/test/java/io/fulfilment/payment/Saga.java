package io.fulfilment.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.Topic;
import io.fulfilment.events.TypeName;
import io.fulfilment.events.payment.PaymentCommand.AuthorizePayment;
import io.fulfilment.events.payment.PaymentCommand.CapturePayment;
import io.fulfilment.events.payment.PaymentCommand.RefundPayment;
import io.fulfilment.events.payment.PaymentCommand.VoidPayment;
import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentInstrument;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.testing.Peer;
import io.fulfilment.testing.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The other side of the conversation, over Kafka: sends the commands for one order and reads what comes of them. */
public final class Saga implements AutoCloseable {

    public static final Money AMOUNT = Money.of("19.99", "EUR");

    /** An answer, and the id of the command that it answers. */
    public record Answered(String type, UUID command) {}

    private final Peer orchestrator = new Peer("saga-orchestrator");
    private final SagaId sagaId = new SagaId(UUID.randomUUID());
    private final OrderId orderId = new OrderId(UUID.randomUUID());
    private final TopicReader replies = TopicReader.of(Topic.SAGA_REPLIES.topicName());
    private final TopicReader facts = TopicReader.of(Topic.PAYMENT_EVENTS.topicName());

    public OrderId orderId() {
        return orderId;
    }

    public String order() {
        return orderId.toString();
    }

    public AuthorizePayment authorizePayment(String customer, String token) {
        return new AuthorizePayment(
                sagaId,
                orderId,
                new CustomerId(customer),
                AMOUNT,
                new PaymentInstrument(PaymentInstrument.Method.CARD, token));
    }

    public UUID authorize(String token) {
        return orchestrator.send(authorizePayment("alice", token));
    }

    public UUID capture() {
        return orchestrator.send(new CapturePayment(sagaId, orderId));
    }

    public UUID undo() {
        return orchestrator.send(new VoidPayment(sagaId, orderId));
    }

    public UUID refund() {
        return orchestrator.send(new RefundPayment(sagaId, orderId));
    }

    /** Authorises and captures, each when the one before is answered. */
    public Answered[] paid(String token) {
        var authorized = new Answered("AuthorizePaymentSucceeded", authorize(token));
        hasBeenAnswered(authorized);
        var captured = new Answered("CapturePaymentSucceeded", capture());
        hasBeenAnswered(authorized, captured);
        return new Answered[] {authorized, captured};
    }

    /** Waits until there are as many answers, and sees that these are they. */
    public void hasBeenAnswered(Answered... expected) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(answers()).containsExactlyInAnyOrder(expected));
    }

    /** Waits until there are these answers, too. */
    public void hasAlsoBeenAnswered(Answered[] before, Answered... more) {
        hasBeenAnswered(Stream.concat(Stream.of(before), Stream.of(more)).toArray(Answered[]::new));
    }

    /** The types of the facts that were published, in order. */
    public List<String> facts() {
        return facts.records(order()).stream().map(Saga::type).toList();
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
