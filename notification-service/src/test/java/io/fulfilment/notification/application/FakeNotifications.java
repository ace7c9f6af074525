package io.fulfilment.notification.application;

import io.fulfilment.events.notification.NotificationKind;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.messaging.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Remembers what is done, and has mails that are due. */
final class FakeNotifications implements Notifications {

    final Queue<Mail> due = new ConcurrentLinkedQueue<>();
    final Queue<Requested> requested = new ConcurrentLinkedQueue<>();
    final Queue<Finished> finished = new ConcurrentLinkedQueue<>();
    final Queue<Postponed> postponed = new ConcurrentLinkedQueue<>();

    static Mail mail(int attempts) {
        var key = new NotificationKey(new OrderId(UUID.randomUUID()), NotificationKind.ORDER_COMPLETED);
        var content = new MailContent(List.of(), Money.of("1.00", "EUR"), null);
        return new Mail(key, "ada@example.com", content, attempts, Duration.ZERO, Cause.beginning(UUID.randomUUID()));
    }

    void areDue(int mails) {
        Stream.generate(() -> mail(0)).limit(mails).forEach(due::add);
    }

    @Override
    public List<Standing> request(Collection<Requested> notifications, Instant at) {
        requested.addAll(notifications);
        return notifications.stream()
                .map(it -> new Standing(it.key(), it.status(), it.reason(), true))
                .toList();
    }

    @Override
    public Map<NotificationKey, List<Waiting>> finish(Collection<Finished> notifications, Instant at) {
        finished.addAll(notifications);
        return new HashMap<>();
    }

    @Override
    public void postpone(Collection<Postponed> notifications) {
        postponed.addAll(notifications);
    }

    @Override
    public boolean anyDue() {
        return !due.isEmpty();
    }

    @Override
    public List<Mail> claimDue(int limit) {
        return Stream.generate(due::poll)
                .takeWhile(it -> it != null)
                .limit(limit)
                .toList();
    }

    @Override
    public List<NotificationKey> lockAbandoned(int limit) {
        return List.of();
    }
}
