package io.fulfilment.notification.application;

/** How far a notification has come. */
public enum NotificationStatus {
    /** Not sent; to be sent when it is due. */
    PENDING,
    /** Being sent, or left in the midst of it: it may have been sent. */
    SENDING,
    SENT,
    /** Certainly not sent, and nothing more is tried. */
    FAILED,
    /** May have been sent, and is not sent again. */
    UNKNOWN
}
