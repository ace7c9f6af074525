package io.fulfilment.notification.application;

import io.fulfilment.messaging.Cause;
import java.time.Duration;

/**
 * A mail to be sent.
 *
 * @param recipient a valid address; personal data, not for logs
 * @param attempts how often sending it has failed for certain
 * @param age since it was asked for
 * @param cause of the command that asked for it first
 */
public record Mail(
        NotificationKey key, String recipient, MailContent content, int attempts, Duration age, Cause cause) {

    @Override
    public String toString() {
        return "Mail[" + key + "]";
    }
}
