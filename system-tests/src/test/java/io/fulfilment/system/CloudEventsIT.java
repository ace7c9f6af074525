package io.fulfilment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Reads Kafka with nothing but the CloudEvents SDK. */
@SystemTest
class CloudEventsIT {

    /** Some of the messages about an order, from each context, its last ones among them. */
    private static final Set<String> TYPES = Set.of(
            "io.fulfilment.order.OrderPlaced.v1",
            "io.fulfilment.inventory.ReserveStock.v1",
            "io.fulfilment.payment.AuthorizePayment.v1",
            "io.fulfilment.order.OrderConfirmed.v1",
            "io.fulfilment.order.OrderCompleted.v1",
            "io.fulfilment.notification.CustomerNotified.v2",
            "io.fulfilment.saga.SagaCompleted.v1");

    private final RunningSystem system;

    CloudEventsIT(RunningSystem system) {
        this.system = system;
    }

    @Test
    void everyMessageIsACloudEventAndNoneIsMissing() {
        String orderId = system.as("alice").place(OrderRequest.of("SKU-0701", 1));

        List<ConsumerRecord<String, CloudEvent>> records = recordsOnceComplete(orderId);

        assertThat(records).isNotEmpty().allSatisfy(CloudEventsIT::isValid);
        assertThat(sequences(records))
                .isNotEmpty()
                .allSatisfy((stream, sequence) -> assertThat(sequence)
                        .containsExactlyElementsOf(LongStream.rangeClosed(1, sequence.size())
                                .boxed()
                                .toList()));
    }

    /** What a saga did is committed before it is published: its last messages come to Kafka a little later. */
    private List<ConsumerRecord<String, CloudEvent>> recordsOnceComplete(String orderId) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> typesOf(orderId, Topics.readToEnd(system.kafka())), types -> types.containsAll(TYPES));
        return Topics.readToEnd(system.kafka());
    }

    private static Set<String> typesOf(String orderId, List<ConsumerRecord<String, CloudEvent>> records) {
        return records.stream()
                .filter(message -> orderId.equals(message.key()))
                .map(message -> message.value().getType())
                .collect(Collectors.toSet());
    }

    private static void isValid(ConsumerRecord<String, CloudEvent> message) {
        CloudEvent event = message.value();
        assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(UUID.fromString(event.getId()).version()).isEqualTo(7);
        assertThat(event.getType()).matches("io\\.fulfilment\\.[a-z]+\\.[A-Za-z]+\\.v[0-9]+");
        assertThat(event.getSource().toString()).matches("/[a-z-]+/" + message.topic());
        assertThat(event.getSubject()).isEqualTo(message.key());
        assertThat(event.getTime()).isNotNull();
        assertThat(event.getDataContentType()).isEqualTo("application/json");
        assertThat(event.getExtensionNames()).contains("correlationid", "sequence");
        assertThat(new JsonMapper()
                        .readTree(Objects.requireNonNull(event.getData()).toBytes())
                        .isObject())
                .isTrue();
    }

    /** The sequence numbers of each stream in the order of first occurrences: at least once means that some come again. */
    private static Map<String, List<Long>> sequences(List<ConsumerRecord<String, CloudEvent>> records) {
        Map<String, CloudEvent> byId = new LinkedHashMap<>();
        records.forEach(message -> byId.putIfAbsent(message.value().getId(), message.value()));
        return byId.values().stream()
                .collect(Collectors.groupingBy(
                        event -> event.getSource() + " " + event.getSubject(),
                        Collectors.mapping(
                                event -> Long.parseLong(String.valueOf(event.getExtension("sequence"))),
                                Collectors.toList())));
    }
}
