package io.fulfilment.notification.application;

import io.fulfilment.notification.application.Announcements.Ended;
import io.fulfilment.notification.application.Delivery.Delivered;
import io.fulfilment.notification.application.Delivery.NotNow;
import io.fulfilment.notification.application.Delivery.Refused;
import io.fulfilment.notification.application.Delivery.Unclear;
import io.fulfilment.notification.application.Notifications.Finished;
import io.fulfilment.notification.application.Notifications.Postponed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records what became of many mails, and answers who waited for them, in one transaction. */
@Component
class RecordDeliveries {

    private final Notifications notifications;
    private final Announcements announcements;
    private final DeliverySettings settings;
    private final Clock clock;

    RecordDeliveries(Notifications notifications, Announcements announcements, DeliverySettings settings, Clock clock) {
        this.notifications = notifications;
        this.announcements = announcements;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    public void record(List<Delivery> deliveries) {
        var finished = new ArrayList<Finished>();
        var postponed = new ArrayList<Postponed>();
        for (Delivery delivery : deliveries) {
            Mail mail = delivery.mail();
            switch (delivery.outcome()) {
                case Delivered _ -> finished.add(new Finished(mail.key(), NotificationStatus.SENT, null));
                case Refused it -> finished.add(new Finished(mail.key(), NotificationStatus.FAILED, it.reason()));
                case Unclear it -> finished.add(new Finished(mail.key(), NotificationStatus.UNKNOWN, it.reason()));
                case NotNow it
                when settings.isLastAttempt(mail) ->
                    finished.add(new Finished(mail.key(), NotificationStatus.FAILED, it.reason()));
                case NotNow it ->
                    postponed.add(new Postponed(
                            mail.key(), it.reason(), settings.backoff().after(mail.attempts())));
            }
        }
        if (!postponed.isEmpty()) {
            notifications.postpone(postponed);
        }
        finish(finished);
    }

    /** Mails that were marked as being sent, and are not; callable after the commit of another transaction. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void putBack(List<Mail> mails) {
        notifications.postpone(mails.stream()
                .map(mail -> new Postponed(mail.key(), "left to another process", Duration.ZERO))
                .toList());
    }

    /** Mails that a dead process was sending are not sent again: the customer may have them. */
    @Transactional
    public void giveUpAbandoned(int limit) {
        finish(notifications.lockAbandoned(limit).stream()
                .map(key -> new Finished(key, NotificationStatus.UNKNOWN, "interrupted while it was being sent"))
                .toList());
    }

    private void finish(List<Finished> finished) {
        if (finished.isEmpty()) {
            return;
        }
        Instant at = clock.instant();
        Map<NotificationKey, List<Waiting>> waiting = notifications.finish(finished, at);
        announcements.announce(
                finished.stream()
                        .filter(it -> waiting.containsKey(it.key()))
                        .map(it -> new Ended(it, waiting.getOrDefault(it.key(), List.of()), true))
                        .toList(),
                at);
    }
}
