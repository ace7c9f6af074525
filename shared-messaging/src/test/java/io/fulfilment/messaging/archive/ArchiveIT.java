package io.fulfilment.messaging.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.Topic;
import io.fulfilment.testing.RecordSender;
import io.fulfilment.testing.ServiceEnvironment;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(
        classes = SmallArchive.class,
        properties = "spring.application.name=event-store",
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = ServiceEnvironment.class)
class ArchiveIT {

    private final RecordSender kafka = new RecordSender();
    private final SmallArchive.Memory archive;
    private final String key = UUID.randomUUID().toString();

    ArchiveIT(@Autowired SmallArchive.Memory archive) {
        this.archive = archive;
    }

    @AfterEach
    void close() {
        kafka.close();
    }

    @Test
    void everyTopicIsStoredRecordByRecord() {
        for (Topic topic : Topic.values()) {
            send(topic, "one");
            send(topic, "two");
        }

        await().untilAsserted(() -> assertThat(archive.bodiesOf(key)).hasSize(2 * Topic.values().length));
        assertThat(archive.bodiesOf(key).stream().distinct()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void whatTheSinkRefusedComesAgainInOrder() {
        archive.refuse(3);
        send(Topic.ORDER_EVENTS, "one");
        send(Topic.ORDER_EVENTS, "two");

        await().untilAsserted(() -> assertThat(archive.bodiesOf(key)).containsExactly("one", "two"));
        assertThat(archive.refusalsLeft()).isZero();
    }

    /** As one restored from a backup would be. */
    @Test
    void aSinkThatWentBackIsFedFromThereAfterAnAssignment() {
        send(Topic.PAYMENT_EVENTS, "one");
        await().untilAsserted(() -> assertThat(archive.bodiesOf(key)).containsExactly("one"));

        archive.stopAndForget(Topic.PAYMENT_EVENTS.topicName());

        await().untilAsserted(() -> assertThat(archive.bodiesOf(key)).containsExactly("one"));
    }

    private void send(Topic topic, String body) {
        kafka.send(new ProducerRecord<>(
                topic.topicName(), key.getBytes(StandardCharsets.UTF_8), body.getBytes(StandardCharsets.UTF_8)));
    }
}
