package io.fulfilment.notification.application;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** The net: sends what was postponed, and gives up what a dead process left behind. Fresh mails don't wait for it. */
@Component
class ResumeNotifications {

    private static final Logger log = LoggerFactory.getLogger(ResumeNotifications.class);
    private static final int BATCH = 100;

    private final Notifications notifications;
    private final RecordDeliveries deliveries;
    private final MailWorker worker;

    ResumeNotifications(Notifications notifications, RecordDeliveries deliveries, MailWorker worker) {
        this.notifications = notifications;
        this.deliveries = deliveries;
        this.worker = worker;
    }

    @Scheduled(fixedDelayString = "${notification.delivery.poll:500ms}")
    void resume() {
        try {
            if (notifications.anyDue()) {
                deliveries.giveUpAbandoned(BATCH);
                worker.resume();
            }
        } catch (DataAccessException | TransactionException e) {
            log.warn("Due notifications can't be claimed: {}", e.getMessage());
        }
    }
}
