package io.fulfilment.notification.mail;

import io.fulfilment.events.notification.NotificationKind;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.OrderLine;
import io.fulfilment.events.value.Quantity;
import io.fulfilment.events.value.RejectionReason;
import io.fulfilment.events.value.Sku;
import io.fulfilment.messaging.Cause;
import io.fulfilment.notification.application.Mail;
import io.fulfilment.notification.application.MailContent;
import io.fulfilment.notification.application.NotificationKey;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mails as tests need them. */
final class Mails {

    private Mails() {}

    static Mail to(String recipient) {
        return of(NotificationKind.ORDER_COMPLETED, recipient, "Teapot", null);
    }

    static Mail of(NotificationKind kind, String recipient, String product, @Nullable RejectionReason reason) {
        var line = new OrderLine(new Sku("SKU-0001"), product, new Quantity(2), Money.of("9.99", "EUR"));
        return new Mail(
                new NotificationKey(new OrderId(UUID.randomUUID()), kind),
                recipient,
                new MailContent(List.of(line), Money.of("19.98", "EUR"), reason),
                0,
                Duration.ZERO,
                Cause.beginning(UUID.randomUUID()));
    }
}
