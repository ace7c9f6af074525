package io.fulfilment.notification.application;

import static io.fulfilment.notification.application.NotificationStatus.FAILED;
import static io.fulfilment.notification.application.NotificationStatus.PENDING;
import static io.fulfilment.notification.application.NotificationStatus.SENDING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.Message;
import io.fulfilment.events.TypeName;
import io.fulfilment.events.notification.NotificationCommand.NotifyCustomer;
import io.fulfilment.events.notification.NotificationKind;
import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.messaging.Cause;
import io.fulfilment.messaging.Envelope;
import io.fulfilment.messaging.Outbox;
import io.fulfilment.messaging.Outgoing;
import io.fulfilment.messaging.Received;
import io.fulfilment.notification.application.Delivery.Delivered;
import io.fulfilment.notification.application.Delivery.NotNow;
import io.fulfilment.notification.application.Delivery.Outcome;
import io.fulfilment.notification.application.Notifications.Finished;
import io.fulfilment.notification.application.Notifications.Postponed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class MailWorkerTest {

    private static final DeliverySettings SETTINGS = new DeliverySettings(
            1, Duration.ofSeconds(15), Duration.ofMillis(1), Duration.ofMillis(1), Duration.ofMinutes(10), 3);
    private static final int PLACES = 10;

    private final FakeNotifications notifications = new FakeNotifications();
    private final AtomicReference<Outcome> outcome = new AtomicReference<>(new Delivered());
    private final Announcements announcements = new Announcements(new NoOutbox(), UUID::randomUUID);
    private final MailWorker worker = new MailWorker(
            new FakePostOffice(),
            notifications,
            new RecordDeliveries(notifications, announcements, SETTINGS, Clock.systemUTC()),
            SETTINGS);

    @AfterEach
    void stop() {
        worker.destroy();
    }

    @Test
    void marksNoMoreMailsAsBeingSentThanThereArePlaces() {
        var customers = new NotifyCustomers(notifications, announcements, worker, Clock.systemUTC());
        TransactionSynchronizationManager.initSynchronization();
        try {
            customers.handle(
                    Stream.generate(MailWorkerTest::command).limit(PLACES + 5L).toList());
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }

        assertThat(notifications.requested)
                .filteredOn(it -> it.status() == SENDING)
                .hasSize(PLACES);
        assertThat(notifications.requested)
                .filteredOn(it -> it.status() == PENDING)
                .hasSize(5);
    }

    @Test
    void goesOnAsLongAsMoreIsDue() {
        notifications.areDue(7 * PLACES + 3);

        worker.resume();

        await().until(() -> notifications.finished.size() == 7 * PLACES + 3);
    }

    @Test
    void putsBackWhatItCannotSendAnyMore() {
        notifications.areDue(3);
        worker.destroy();

        worker.resume();

        assertThat(notifications.postponed)
                .hasSize(3)
                .extracting(Postponed::delay)
                .containsOnly(Duration.ZERO);
        assertThat(worker.places()).isEqualTo(PLACES);
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        outcome.set(new NotNow("busy"));
        notifications.due.add(FakeNotifications.mail(1));
        notifications.due.add(FakeNotifications.mail(2));

        worker.resume();

        await().until(() -> notifications.finished.size() + notifications.postponed.size() == 2);
        assertThat(notifications.postponed).hasSize(1);
        assertThat(notifications.finished).extracting(Finished::status).containsExactly(FAILED);
    }

    private final class FakePostOffice implements PostOffice {

        @Override
        public List<Delivery> deliver(List<Mail> mails) {
            return mails.stream().map(it -> new Delivery(it, outcome.get())).toList();
        }

        @Override
        public boolean isOpen() {
            return true;
        }
    }

    private static final class NoOutbox implements Outbox {

        @Override
        public UUID append(Message message, Cause cause) {
            return UUID.randomUUID();
        }

        @Override
        public void append(Collection<Outgoing> messages) {
            assertThat(messages).isEmpty();
        }
    }

    private static Received<NotifyCustomer> command() {
        var order = new OrderId(UUID.randomUUID());
        var command = new NotifyCustomer(
                new SagaId(UUID.randomUUID()),
                order,
                new CustomerId("alice"),
                NotificationKind.ORDER_COMPLETED,
                "ada@example.com",
                List.of(),
                Money.of("1.00", "EUR"),
                null);
        var envelope = new Envelope(
                UUID.randomUUID(),
                TypeName.of(NotifyCustomer.class),
                "/test",
                order.toString(),
                1,
                Instant.EPOCH,
                UUID.randomUUID(),
                null,
                null,
                "test",
                0,
                0);
        return new Received<>(command, envelope);
    }
}
