package io.fulfilment.events;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What travels between services: a {@link Command} asks one service to act, an {@link Event} states a fact to all, a
 * {@link Reply} answers one command.
 *
 * <p>Every message is a record annotated with {@link MessageType} under a sealed parent annotated with {@link
 * PublishedTo}. The name and version on the wire are those of the annotation, never those of the class.
 *
 * <p>A component that is null is left out of the JSON: an optional property is absent, never {@code null}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Message permits Command, Event, Reply {

    /**
     * What the message is about, and so its key in Kafka: all messages with the same subject keep their order. The
     * order's id, or the SKU for facts about products.
     */
    String subject();
}
