package io.fulfilment.notification.application;

import io.fulfilment.events.notification.NotificationEvent;
import io.fulfilment.events.notification.NotificationReply;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What other services are told of a notification. */
final class ContractMessages {

    private ContractMessages() {}

    /** The fact that a status is to others; nothing as long as it isn't final. */
    static Optional<NotificationEvent> fact(
            NotificationKey key, NotificationStatus status, @Nullable String reason, Instant at) {
        return switch (status) {
            case PENDING, SENDING -> Optional.empty();
            case SENT -> Optional.of(new NotificationEvent.CustomerNotified(key.orderId(), key.kind(), at));
            case FAILED, UNKNOWN ->
                Optional.of(
                        new NotificationEvent.CustomerNotificationFailed(key.orderId(), key.kind(), told(reason), at));
        };
    }

    /** The answer to a command; nothing as long as the status isn't final. */
    static Optional<NotificationReply> reply(
            NotificationKey key, NotificationStatus status, @Nullable String reason, Waiting waiting) {
        return switch (status) {
            case PENDING, SENDING -> Optional.empty();
            case SENT -> Optional.of(new NotificationReply.NotifyCustomerSucceeded(waiting.sagaId(), key.orderId()));
            case FAILED, UNKNOWN ->
                Optional.of(new NotificationReply.NotifyCustomerFailed(waiting.sagaId(), key.orderId(), told(reason)));
        };
    }

    private static String told(@Nullable String reason) {
        return reason == null ? "not sent" : reason;
    }
}
