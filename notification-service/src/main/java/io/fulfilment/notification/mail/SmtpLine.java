package io.fulfilment.notification.mail;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** A connection to the mail server that knows whether the server can have taken a mail of which the sending failed. */
class SmtpLine extends SMTPTransport {

    private volatile boolean ended;

    SmtpLine(Session session) {
        super(session, new URLName("smtp:"));
    }

    /** Whether the end of the last mail was sent, or may have been. Before it, a mail server has nothing to take. */
    boolean hasEnded() {
        return ended;
    }

    @Override
    public synchronized void sendMessage(Message message, Address[] addresses) throws MessagingException {
        ended = false;
        super.sendMessage(message, addresses);
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        ended = true;
        super.finishData();
    }

    @Override
    protected void finishBdat() throws IOException, MessagingException {
        ended = true;
        super.finishBdat();
    }
}
