package io.fulfilment.local.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.fulfilment.local.http.Answer;
import io.fulfilment.local.http.Environment;
import io.fulfilment.local.http.JsonServer;
import io.fulfilment.local.http.Request;
import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.angus.mail.util.MailStreamProvider;

/** A mail server that takes every mail, and shows it over HTTP. */
public final class MailInbox {

    private static final Duration STARTUP_PATIENCE = Duration.ofSeconds(60);

    /** Named, since otherwise each part of each mail searches the class path for it: almost half of what a mail costs. */
    static {
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private final Mailbox mailbox;

    private MailInbox(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    public static void main(String[] args) throws IOException {
        var environment = Environment.ofThisProcess();
        var inbox = new MailInbox(new Mailbox(environment.data("mail-inbox").resolve("mails.jsonl")));
        inbox.takeMail(environment.address("SMTP_PORT", 8025));
        new JsonServer(environment.address("SERVER_PORT", 8092))
                .on("/messages", inbox::messages)
                .start();
    }

    private void takeMail(InetSocketAddress address) {
        var setup =
                new ServerSetup(address.getPort(), address.getAddress().getHostAddress(), ServerSetup.PROTOCOL_SMTP);
        var server = new GreenMail(setup).withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
        server.getUserManager()
                .setMessageDeliveryHandler(
                        (message, recipient) -> new Recipient(recipient.getEmail(), mailbox, Clock.systemUTC()));
        // Beside everything else that starts, its own two seconds are too short.
        setup.setServerStartupTimeout(STARTUP_PATIENCE.toMillis());
        server.start();
    }

    private Answer messages(Request request) {
        return Answer.items(request.parameter("to").map(mailbox::to).orElseGet(mailbox::all));
    }
}
