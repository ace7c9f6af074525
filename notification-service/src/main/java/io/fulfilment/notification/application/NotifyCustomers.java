package io.fulfilment.notification.application;

import io.fulfilment.events.notification.NotificationCommand.NotifyCustomer;
import io.fulfilment.messaging.Received;
import io.fulfilment.notification.application.Announcements.Ended;
import io.fulfilment.notification.application.Notifications.Finished;
import io.fulfilment.notification.application.Notifications.Requested;
import io.fulfilment.notification.application.Notifications.Standing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Notes what customers are to be told, in the transaction that records the commands as handled. The mails go out after
 * the commit, already marked as being sent; a mail server that doesn't answer gets them later.
 */
@Component
public class NotifyCustomers {

    private final Notifications notifications;
    private final Announcements announcements;
    private final MailWorker worker;
    private final Clock clock;

    NotifyCustomers(Notifications notifications, Announcements announcements, MailWorker worker, Clock clock) {
        this.notifications = notifications;
        this.announcements = announcements;
        this.worker = worker;
        this.clock = clock;
    }

    /** At most one command for each order. */
    public void handle(List<Received<NotifyCustomer>> commands) {
        Instant at = clock.instant();
        Map<NotificationKey, Requested> requested = requested(commands);
        List<Told> told = notifications.request(requested.values(), at).stream()
                .map(standing -> Told.of(standing, requested))
                .toList();
        announcements.announce(told.stream().map(Told::ended).toList(), at);
        worker.startAfterCommit(
                told.stream().flatMap(it -> it.mail().stream()).toList(),
                told.stream().anyMatch(it -> it.standing().status() == NotificationStatus.PENDING));
    }

    /** As many are sent at once as there are places for; the others wait. */
    private Map<NotificationKey, Requested> requested(List<Received<NotifyCustomer>> commands) {
        var requested = new LinkedHashMap<NotificationKey, Requested>();
        int places = worker.places();
        for (Received<NotifyCustomer> command : commands) {
            Requested next = requested(command, places > 0 ? NotificationStatus.SENDING : NotificationStatus.PENDING);
            places -= next.status() == NotificationStatus.SENDING ? 1 : 0;
            requested.put(next.key(), next);
        }
        return requested;
    }

    /** What was asked for, and how it stands. */
    private record Told(Requested requested, Standing standing) {

        static Told of(Standing standing, Map<NotificationKey, Requested> requested) {
            Requested asked = requested.get(standing.key());
            if (asked == null) {
                throw new IllegalStateException("not asked for: " + standing.key());
            }
            return new Told(asked, standing);
        }

        Ended ended() {
            return new Ended(
                    new Finished(standing.key(), standing.status(), standing.reason()),
                    List.of(requested.waiting()),
                    standing.isNew());
        }

        /** What is to be sent now. */
        Optional<Mail> mail() {
            String recipient = requested.recipient();
            MailContent content = requested.content();
            boolean ours = standing.isNew() && standing.status() == NotificationStatus.SENDING;
            return ours && recipient != null && content != null
                    ? Optional.of(new Mail(
                            standing.key(),
                            recipient,
                            content,
                            0,
                            Duration.ZERO,
                            requested.waiting().cause()))
                    : Optional.empty();
        }
    }

    private static Requested requested(Received<NotifyCustomer> command, NotificationStatus status) {
        NotifyCustomer message = command.message();
        var key = new NotificationKey(message.orderId(), message.kind());
        Waiting waiting = Waiting.of(command);
        if (!EmailAddress.isValid(message.email())) {
            return new Requested(
                    key, message.customerId(), NotificationStatus.FAILED, "not a mail address", null, null, waiting);
        }
        var content = new MailContent(message.lines(), message.total(), message.reason());
        return new Requested(key, message.customerId(), status, null, message.email(), content, waiting);
    }
}
