package io.fulfilment.events.notification;

/** What a customer is told; at most once per order and kind. */
public enum NotificationKind {
    ORDER_COMPLETED,
    ORDER_REJECTED,
    ORDER_CANCELLED
}
