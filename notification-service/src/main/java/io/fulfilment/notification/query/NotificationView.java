package io.fulfilment.notification.query;

import io.fulfilment.events.notification.NotificationKind;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.notification.application.NotificationStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notification for its readers.
 *
 * @param reason why it was not, or may not have been, sent; of a pending one, why not yet
 * @param at when it came to its status
 */
public record NotificationView(
        OrderId orderId,
        NotificationKind kind,
        String channel,
        NotificationStatus status,
        @Nullable String reason,
        Instant at) {}
