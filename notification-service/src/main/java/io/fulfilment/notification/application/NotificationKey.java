package io.fulfilment.notification.application;

import io.fulfilment.events.notification.NotificationKind;
import io.fulfilment.events.value.OrderId;

/** What there is at most one notification for. */
public record NotificationKey(OrderId orderId, NotificationKind kind) {}
