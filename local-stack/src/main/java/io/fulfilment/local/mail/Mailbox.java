package io.fulfilment.local.mail;

import io.fulfilment.local.journal.Index;
import io.fulfilment.local.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** All mails, oldest first; they outlive a restart. */
final class Mailbox {

    private final Index byRecipient = new Index();
    private final Journal<Mail> journal;

    Mailbox(Path file) throws IOException {
        journal = Journal.open(file, Mail.class, mail -> byRecipient.add(word(mail.to())));
    }

    void add(Mail mail) throws IOException {
        journal.append(mail);
    }

    Stream<Mail> to(String recipient) {
        return journal.read(byRecipient.find(word(recipient)))
                .filter(mail -> word(mail.to()).equals(word(recipient)));
    }

    Stream<Mail> all() {
        return journal.all();
    }

    private static String word(String recipient) {
        return recipient.toLowerCase(Locale.ROOT);
    }
}
