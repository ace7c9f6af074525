package io.fulfilment.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.notification.Teller.Answered;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A process that dies with a mail in its hands: the customer may have it, so it is not sent again. */
class InterruptedMailIT extends NotificationServiceTestBase {

    private final UUID command = UUID.randomUUID();

    @Test
    void givesUpWhatWasBeingSent() {
        leftBehind("SENDING", "0 minutes");

        teller.hasBeenAnswered(new Answered("NotifyCustomerFailed", command));
        assertThat(teller.facts()).containsExactly("CustomerNotificationFailed");
        assertThat(status()).isEqualTo("UNKNOWN");
        assertThat(SMTP.mailsTo(teller.email())).isEmpty();
    }

    @Test
    void sendsWhatWasNotYetBeingSent() {
        leftBehind("PENDING", "0 minutes");

        teller.hasBeenAnswered(new Answered("NotifyCustomerSucceeded", command));
        assertThat(SMTP.mailsTo(teller.email())).hasSize(1);
    }

    @Test
    void answersARepeatedCommandAsTheFirst() {
        leftBehind("SENDING", "0 minutes");
        teller.hasBeenAnswered(new Answered("NotifyCustomerFailed", command));
        UUID again = teller.orderCompleted();

        teller.hasBeenAnswered(
                new Answered("NotifyCustomerFailed", command), new Answered("NotifyCustomerFailed", again));
        assertThat(SMTP.mailsTo(teller.email())).isEmpty();
    }

    @Test
    void givesUpWhatHasFailedForTooLong() {
        SMTP.stop();
        leftBehind("PENDING", "11 minutes");

        teller.hasBeenAnswered(new Answered("NotifyCustomerFailed", command));
        assertThat(status()).isEqualTo("FAILED");
        SMTP.start();
    }

    private void leftBehind(String status, String age) {
        jdbc.sql("""
                        INSERT INTO notification (order_id, kind, customer_id, status, recipient, content, waiting,
                                                  due_at, created_at, changed_at)
                        VALUES (?, 'ORDER_COMPLETED', 'alice', ?, ?, ?::jsonb, ?::jsonb,
                                now(), now() - ?::interval, now())
                        """)
                .param(teller.orderId().value())
                .param(status)
                .param(teller.email())
                .param("{\"lines\":[],\"total\":{\"amount\":\"1.00\",\"currency\":\"EUR\"},\"reason\":null}")
                .param("[{\"sagaId\":\"%s\",\"cause\":{\"correlationId\":\"%s\",\"causationId\":\"%s\"}}]"
                        .formatted(UUID.randomUUID(), UUID.randomUUID(), command))
                .param(age)
                .update();
    }

    private String status() {
        return jdbc.sql("SELECT status FROM notification WHERE order_id = ?")
                .param(teller.orderId().value())
                .query(String.class)
                .single();
    }
}
