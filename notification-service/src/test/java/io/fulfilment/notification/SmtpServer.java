package io.fulfilment.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;

/** A mail server that can go away and come back under the same address. */
final class SmtpServer {

    record Received(String to, String subject, String text) {}

    private GreenMail server = new GreenMail(setup(0));
    private final int port;

    SmtpServer() {
        server.start();
        port = server.getSmtp().getPort();
    }

    private static ServerSetup setup(int port) {
        return new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    }

    int port() {
        return port;
    }

    /** Its mails are gone, too. */
    void stop() {
        server.stop();
    }

    void start() {
        server = new GreenMail(setup(port));
        server.start();
    }

    List<Received> mailsTo(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .map(SmtpServer::received)
                .filter(it -> it.to().equals(address))
                .toList();
    }

    private static Received received(MimeMessage message) {
        try {
            return new Received(
                    message.getRecipients(RecipientType.TO)[0].toString(),
                    message.getSubject(),
                    GreenMailUtil.getBody(message));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
