package io.fulfilment.messaging.deadletter.web;

import io.fulfilment.events.Topic;
import io.fulfilment.testing.RecordSender;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Commands about one order, as they are sent. */
final class Voids {

    static final String TYPE = "io.fulfilment.payment.VoidPayment.v1";

    private final RecordSender kafka;
    private final String subject = UUID.randomUUID().toString();
    private long sequence;

    Voids(RecordSender kafka) {
        this.kafka = kafka;
    }

    String subject() {
        return subject;
    }

    void send() {
        send("{\"sagaId\":\"" + UUID.randomUUID() + "\",\"orderId\":\"" + subject + "\"}");
    }

    void sendTruncated() {
        send("{\"sagaId\":\"");
    }

    /** The next, of which nothing can be told but its key. */
    void sendNonsense() {
        sequence++;
        kafka.send(new ProducerRecord<>(Topic.PAYMENT_COMMANDS.topicName(), bytes(subject), bytes("nonsense")));
    }

    /** The next is never sent. */
    void skip() {
        sequence++;
    }

    private void send(String body) {
        var sent = new ProducerRecord<>(Topic.PAYMENT_COMMANDS.topicName(), bytes(subject), bytes(body));
        attributes().forEach((name, value) -> sent.headers().add(name, bytes(value)));
        kafka.send(sent);
    }

    private Map<String, String> attributes() {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                UUID.randomUUID().toString(),
                "ce_type",
                TYPE,
                "ce_source",
                "/saga-orchestrator/payment.commands",
                "ce_subject",
                subject,
                "ce_time",
                Instant.now().toString(),
                "ce_sequence",
                Long.toString(++sequence),
                "ce_correlationid",
                UUID.randomUUID().toString(),
                "content-type",
                "application/json");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
