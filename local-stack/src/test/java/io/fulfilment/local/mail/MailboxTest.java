package io.fulfilment.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {

    @TempDir
    Path directory;

    @Test
    void findsARecipientsMailsHoweverTheAddressIsWritten() throws IOException {
        Mailbox mailbox = open();
        mailbox.add(mail("Ada@example.com", "first"));
        mailbox.add(mail("bob@example.com", "not hers"));
        mailbox.add(mail("ada@EXAMPLE.com", "second"));

        for (Mailbox each : new Mailbox[] {mailbox, open()}) {
            assertThat(each.to("ADA@example.com")).extracting(Mail::subject).containsExactly("first", "second");
            assertThat(each.to("nobody@example.com")).isEmpty();
            assertThat(each.all()).hasSize(3);
        }
    }

    private Mailbox open() throws IOException {
        return new Mailbox(directory.resolve("mails.jsonl"));
    }

    private static Mail mail(String to, String subject) {
        return new Mail(to, subject, "text", Instant.EPOCH);
    }
}
