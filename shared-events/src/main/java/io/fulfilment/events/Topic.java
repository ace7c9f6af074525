package io.fulfilment.events;

import java.util.Arrays;

/** Every topic between the services. Nothing else in the system names one. */
public enum Topic {
    ORDER_EVENTS("order.events"),
    ORDER_COMMANDS("order.commands"),
    PAYMENT_EVENTS("payment.events"),
    PAYMENT_COMMANDS("payment.commands"),
    INVENTORY_EVENTS("inventory.events"),
    INVENTORY_COMMANDS("inventory.commands"),
    NOTIFICATION_EVENTS("notification.events"),
    NOTIFICATION_COMMANDS("notification.commands"),
    SAGA_EVENTS("saga.events"),
    SAGA_REPLIES("saga.replies");

    /** Partitions of each topic; keys are spread over them by Kafka's default partitioner. */
    public static final int PARTITIONS = 12;

    /** Every message asks. */
    private static final ClassValue<Topic> OF_CLASS = new ClassValue<>() {
        @Override
        protected Topic computeValue(Class<?> type) {
            return annotated(type);
        }
    };

    private final String topicName;

    Topic(String topicName) {
        this.topicName = topicName;
    }

    /** The topic's name in Kafka. */
    public String topicName() {
        return topicName;
    }

    /**
     * The topic of a message class, read from the {@link PublishedTo} of its sealed parents.
     *
     * @throws IllegalArgumentException if no parent names a topic
     */
    public static Topic of(Class<?> type) {
        return OF_CLASS.get(type);
    }

    private static Topic annotated(Class<?> type) {
        PublishedTo annotation = type.getAnnotation(PublishedTo.class);
        if (annotation != null) {
            return annotation.value();
        }
        return Arrays.stream(type.getInterfaces())
                .filter(Message.class::isAssignableFrom)
                .filter(parent -> parent.getPackage() != Message.class.getPackage())
                .findFirst()
                .map(Topic::of)
                .orElseThrow(() -> new IllegalArgumentException(type.getName() + " has no @PublishedTo parent"));
    }

    /** Where a service copies the messages that it could not handle. */
    public static String deadLettersOf(String service) {
        return service + ".dead-letters";
    }
}
