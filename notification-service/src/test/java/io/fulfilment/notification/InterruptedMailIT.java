package io.fulfilment.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
    void answersARepetitionWithoutAnAddressWithTheEndOfTheFirst() {
        transaction.executeWithoutResult(_ -> {
            leftBehind("SENDING", "0 minutes");
            due("1 hour");
        });
        UUID again = teller.orderCompleted("nowhere");
        await().until(() -> waiting() == 2);

        due("0 minutes");

        teller.hasBeenAnswered(
                new Answered("NotifyCustomerFailed", command), new Answered("NotifyCustomerFailed", again));
    }

    private void due(String in) {
        jdbc.sql("UPDATE notification SET due_at = now() + ?::interval WHERE order_id = ?")
                .param(in)
                .param(teller.orderId().value())
                .update();
    }

    private int waiting() {
        return jdbc.sql("SELECT jsonb_array_length(waiting) FROM notification WHERE order_id = ?")
                .param(teller.orderId().value())
                .query(Integer.class)
                .single();
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
