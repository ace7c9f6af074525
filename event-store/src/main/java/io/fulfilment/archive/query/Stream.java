package io.fulfilment.archive.query;

import io.fulfilment.events.Topic;
import java.util.Optional;

/**
 * The facts that one service stated about one subject.
 *
 * @param source the CloudEvents source, within which sequences count: a forger's events are not in the stream
 */
public record Stream(Topic topic, String source, String subject) {

    /** What streams there are: by the order's id, or by the SKU for products. */
    private enum Type {
        ORDER("order-service", Topic.ORDER_EVENTS),
        PAYMENT("payment-service", Topic.PAYMENT_EVENTS),
        INVENTORY("inventory-service", Topic.INVENTORY_EVENTS),
        PRODUCT("inventory-service", Topic.INVENTORY_EVENTS),
        NOTIFICATION("notification-service", Topic.NOTIFICATION_EVENTS),
        SAGA("saga-orchestrator", Topic.SAGA_EVENTS);

        private final Topic topic;
        private final String source;

        Type(String service, Topic topic) {
            this.topic = topic;
            this.source = "/" + service + "/" + topic.topicName();
        }
    }

    /** The stream of a type such as {@code order}, or nothing if there is no such type. */
    public static Optional<Stream> of(String type, String subject) {
        for (Type candidate : Type.values()) {
            if (candidate.name().equalsIgnoreCase(type)) {
                return Optional.of(new Stream(candidate.topic, candidate.source, subject));
            }
        }
        return Optional.empty();
    }
}
