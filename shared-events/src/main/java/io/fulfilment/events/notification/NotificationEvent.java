package io.fulfilment.events.notification;

import io.fulfilment.events.Event;
import io.fulfilment.events.MessageType;
import io.fulfilment.events.PublishedTo;
import io.fulfilment.events.Topic;
import io.fulfilment.events.value.OrderId;
import java.time.Instant;

/** What notification-service states. */
@PublishedTo(Topic.NOTIFICATION_EVENTS)
public sealed interface NotificationEvent extends Event {

    OrderId orderId();

    NotificationKind kind();

    @Override
    default String subject() {
        return orderId().toString();
    }

    /** The mail server took the message. */
    @MessageType("io.fulfilment.notification.CustomerNotified")
    record CustomerNotified(OrderId orderId, NotificationKind kind, Instant notifiedAt) implements NotificationEvent {}

    /**
     * The customer was not reached, and nothing more will be tried.
     *
     * @param reason for people; without personal data
     */
    @MessageType("io.fulfilment.notification.CustomerNotificationFailed")
    record CustomerNotificationFailed(OrderId orderId, NotificationKind kind, String reason, Instant failedAt)
            implements NotificationEvent {}
}
