package io.fulfilment.archive.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamTest {

    @ParameterizedTest
    @CsvSource({
        "order, ORDER_EVENTS, order-service",
        "payment, PAYMENT_EVENTS, payment-service",
        "inventory, INVENTORY_EVENTS, inventory-service",
        "product, INVENTORY_EVENTS, inventory-service",
        "notification, NOTIFICATION_EVENTS, notification-service",
        "saga, SAGA_EVENTS, saga-orchestrator"
    })
    void isWhatTheOwnerOfATopicSaysAboutASubject(String type, Topic topic, String service) {
        assertThat(Stream.of(type, "x")).contains(new Stream(topic, "/" + service + "/" + topic.topicName(), "x"));
    }

    @Test
    void thereIsNoneOfAnUnknownType() {
        assertThat(Stream.of("orders", "x")).isEmpty();
    }
}
