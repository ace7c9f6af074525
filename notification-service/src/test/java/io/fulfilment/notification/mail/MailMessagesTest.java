package io.fulfilment.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.notification.application.Mail;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailMessagesTest {

    @Test
    void givesTheMailOfAnOrderAndKindTheSameIdAgainAndAgain() throws Exception {
        var settings = new MailSettings("orders@fulfilment.example", Duration.ofSeconds(1), Duration.ZERO);
        var messages = new MailMessages(new JavaMailSenderImpl(), new MailTemplates(), settings, Clock.systemUTC());
        Mail mail = Mails.to("ada@example.com");

        assertThat(messages.compose(mail).getMessageID())
                .isEqualTo("<" + mail.key().orderId() + ".ORDER_COMPLETED@fulfilment.example>")
                .isEqualTo(messages.compose(mail).getMessageID());
    }
}
