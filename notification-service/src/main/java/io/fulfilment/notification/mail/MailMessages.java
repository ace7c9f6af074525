package io.fulfilment.notification.mail;

import io.fulfilment.notification.application.Mail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Makes a MIME message of a mail: text, with HTML as the alternative. */
@Component
class MailMessages {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final JavaMailSenderImpl sender;
    private final MailTemplates templates;
    private final MailSettings settings;
    private final Clock clock;

    MailMessages(JavaMailSenderImpl sender, MailTemplates templates, MailSettings settings, Clock clock) {
        this.sender = sender;
        this.templates = templates;
        this.settings = settings;
        this.clock = clock;
    }

    MimeMessage compose(Mail mail) throws MessagingException {
        MailTemplates.Written written = templates.write(mail);
        var message = new OrderMessage(sender.getSession(), id(mail));
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(RecipientType.TO, new InternetAddress(mail.recipient(), true));
        message.setSubject(written.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        // Nobody's absence notice is to answer.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(
                new MimeMultipart("alternative", part(written.text(), "plain"), part(written.html(), "html")));
        message.saveChanges();
        return message;
    }

    /** Of what there is one mail for: should there ever be two, they are seen to be the same. */
    private String id(Mail mail) {
        String domain = settings.from().substring(settings.from().lastIndexOf('@') + 1);
        return mail.key().orderId() + "." + mail.key().kind() + "@" + domain;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }
}
