package io.fulfilment.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.notification.NotificationKind;
import io.fulfilment.events.value.CustomerId;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.messaging.Cause;
import io.fulfilment.notification.application.Mail;
import io.fulfilment.notification.application.MailContent;
import io.fulfilment.notification.application.NotificationKey;
import io.fulfilment.notification.application.NotificationStatus;
import io.fulfilment.notification.application.Notifications;
import io.fulfilment.notification.application.Notifications.Requested;
import io.fulfilment.notification.application.Waiting;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** What is sent later, or by another process, where nobody else looks for it meanwhile. */
@TestPropertySource(properties = "notification.delivery.poll=1h")
class ClaimedMailIT extends NotificationServiceTestBase {

    @Test
    void knowsWhoAskedForIt(@Autowired Notifications notifications) {
        var key = new NotificationKey(new OrderId(UUID.randomUUID()), NotificationKind.ORDER_COMPLETED);
        var cause =
                new Cause(UUID.randomUUID(), UUID.randomUUID(), "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01");
        var waiting = new Waiting(new SagaId(UUID.randomUUID()), cause);
        var content = new MailContent(List.of(), Money.of("1.00", "EUR"), null);
        notifications.request(
                List.of(new Requested(
                        key,
                        new CustomerId("alice"),
                        NotificationStatus.PENDING,
                        null,
                        "ada@example.com",
                        content,
                        waiting)),
                Instant.now());

        assertThat(notifications.claimDue(100))
                .filteredOn(mail -> mail.key().equals(key))
                .extracting(Mail::cause)
                .containsExactly(cause);
    }
}
