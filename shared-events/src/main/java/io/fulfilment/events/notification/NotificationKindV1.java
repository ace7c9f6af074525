package io.fulfilment.events.notification;

/** What a customer is told; at most once per order and kind. */
// From before orders could be cancelled.
public enum NotificationKindV1 {
    ORDER_COMPLETED(NotificationKind.ORDER_COMPLETED),
    ORDER_REJECTED(NotificationKind.ORDER_REJECTED);

    private final NotificationKind today;

    NotificationKindV1(NotificationKind today) {
        this.today = today;
    }

    NotificationKind today() {
        return today;
    }
}
