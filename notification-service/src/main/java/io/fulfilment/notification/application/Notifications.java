package io.fulfilment.notification.application;

import io.fulfilment.events.value.CustomerId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that customers are, or have been, told. */
public interface Notifications {

    /**
     * A notification that is asked for.
     *
     * @param recipient with the content null if nothing is to be sent
     * @param reason of a status that is final from the start
     */
    record Requested(
            NotificationKey key,
            CustomerId customerId,
            NotificationStatus status,
            @Nullable String reason,
            @Nullable String recipient,
            @Nullable MailContent content,
            Waiting waiting) {}

    /**
     * A notification as it stands after it was asked for.
     *
     * @param isNew whether it was asked for the first time
     */
    record Standing(
            NotificationKey key,
            NotificationStatus status,
            @Nullable String reason,
            boolean isNew) {}

    /** A notification that has come to its end. */
    record Finished(
            NotificationKey key,
            NotificationStatus status,
            @Nullable String reason) {}

    /** A notification that is certainly not sent and is to be tried again. */
    record Postponed(NotificationKey key, String reason, Duration delay) {}

    /**
     * Stores what is new, as leased by the caller if its status is {@code SENDING}. Where a notification exists and has
     * not come to its end, the command waits for it, too.
     */
    List<Standing> request(Collection<Requested> notifications, Instant at);

    /**
     * Ends those that are still being sent.
     *
     * @return who waited for each of those that this call has ended
     */
    Map<NotificationKey, List<Waiting>> finish(Collection<Finished> notifications, Instant at);

    void postpone(Collection<Postponed> notifications);

    /** Whether there is anything to claim, or left in the midst of being sent. */
    boolean anyDue();

    /** Leases what is pending and due, as being sent from now on. */
    List<Mail> claimDue(int limit);

    /** Locks what was left in the midst of being sent by a process that died. */
    List<NotificationKey> lockAbandoned(int limit);
}
