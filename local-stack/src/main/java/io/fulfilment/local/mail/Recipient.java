package io.fulfilment.local.mail;

import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.UserImpl;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;

/** Whoever a mail is for: it goes to our mailbox instead of the server's own store, which never forgets. */
final class Recipient extends UserImpl {

    private final String address;
    private final Mailbox mailbox;
    private final Clock clock;

    Recipient(String address, Mailbox mailbox, Clock clock) {
        super(address, address, address, null);
        this.address = address;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    @Override
    public void deliver(MovingMessage message) {
        deliver(message.getMessage());
    }

    @Override
    public void deliver(MimeMessage message) {
        try {
            mailbox.add(Mail.of(address, message, clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException("the mail is not stored", e);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("the mail can't be read", e);
        }
    }
}
