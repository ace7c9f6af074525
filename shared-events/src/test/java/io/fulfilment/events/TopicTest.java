package io.fulfilment.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fulfilment.events.catalogue.Contracts;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TopicTest {

    private static final List<Class<? extends Message>> MESSAGES = Contracts.all();

    private record Homeless() implements Event {

        @Override
        public String subject() {
            return "";
        }
    }

    /** The context is the third part of the type name: {@code io.fulfilment.CONTEXT.Name}. */
    @ParameterizedTest
    @FieldSource("MESSAGES")
    void ofAMessageIsItsContextsAndKinds(Class<? extends Message> message) {
        var context = TypeName.of(message).name().split("\\.")[2];

        assertThat(Topic.of(message).topicName()).isEqualTo(expected(message, context));
    }

    private static String expected(Class<? extends Message> message, String context) {
        if (Reply.class.isAssignableFrom(message)) {
            return "saga.replies";
        }
        return context + (Command.class.isAssignableFrom(message) ? ".commands" : ".events");
    }

    @Test
    void isUnknownWithoutAParentThatNamesOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Topic.of(Homeless.class))
                .withMessageContaining("Homeless has no @PublishedTo parent");
    }

    @Test
    void everyTopicHasMessages() {
        assertThat(MESSAGES.stream().map(Topic::of).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Topic.values());
    }

    @Test
    void namesAreThoseOfTheReference() {
        assertThat(Arrays.stream(Topic.values()).map(Topic::topicName))
                .containsExactlyInAnyOrder(
                        "order.events",
                        "order.commands",
                        "payment.events",
                        "payment.commands",
                        "inventory.events",
                        "inventory.commands",
                        "notification.events",
                        "notification.commands",
                        "saga.events",
                        "saga.replies");
        assertThat(Topic.PARTITIONS).isEqualTo(12);
        assertThat(Topic.deadLettersOf("order-service")).isEqualTo("order-service.dead-letters");
    }
}
