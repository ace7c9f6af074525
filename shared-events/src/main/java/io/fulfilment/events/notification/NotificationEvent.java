package io.fulfilment.events.notification;

import io.fulfilment.events.Event;
import io.fulfilment.events.MessageType;
import io.fulfilment.events.PublishedTo;
import io.fulfilment.events.Superseded;
import io.fulfilment.events.Topic;
import io.fulfilment.events.value.OrderId;
import java.time.Instant;

/** What notification-service states. */
@PublishedTo(Topic.NOTIFICATION_EVENTS)
public sealed interface NotificationEvent extends Event {

    OrderId orderId();

    @Override
    default String subject() {
        return orderId().toString();
    }

    /** The mail server took the message. */
    @MessageType(value = "io.fulfilment.notification.CustomerNotified", version = 2)
    record CustomerNotified(OrderId orderId, NotificationKind kind, Instant notifiedAt) implements NotificationEvent {}

    /**
     * The customer was not reached, and nothing more will be tried.
     *
     * @param reason for people; without personal data
     */
    @MessageType(value = "io.fulfilment.notification.CustomerNotificationFailed", version = 2)
    record CustomerNotificationFailed(OrderId orderId, NotificationKind kind, String reason, Instant failedAt)
            implements NotificationEvent {}

    /** The mail server took the message. */
    // From before orders could be cancelled.
    @MessageType("io.fulfilment.notification.CustomerNotified")
    record CustomerNotifiedV1(OrderId orderId, NotificationKindV1 kind, Instant notifiedAt)
            implements NotificationEvent, Superseded<CustomerNotified> {

        @Override
        public CustomerNotified upcast() {
            return new CustomerNotified(orderId, kind.today(), notifiedAt);
        }
    }

    /**
     * The customer was not reached, and nothing more will be tried.
     *
     * @param reason for people; without personal data
     */
    // From before orders could be cancelled.
    @MessageType("io.fulfilment.notification.CustomerNotificationFailed")
    record CustomerNotificationFailedV1(OrderId orderId, NotificationKindV1 kind, String reason, Instant failedAt)
            implements NotificationEvent, Superseded<CustomerNotificationFailed> {

        @Override
        public CustomerNotificationFailed upcast() {
            return new CustomerNotificationFailed(orderId, kind.today(), reason, failedAt);
        }
    }
}
