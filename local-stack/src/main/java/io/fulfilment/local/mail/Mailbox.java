package io.fulfilment.local.mail;

import io.fulfilment.local.journal.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The newest mails, oldest first; they outlive a restart. */
final class Mailbox {

    private static final int KEPT = 20_000;

    private final Deque<Mail> mails = new ArrayDeque<>();
    private final Journal<Mail> journal;

    Mailbox(Path file) throws IOException {
        journal = Journal.open(file, Mail.class, this::keep);
    }

    void add(Mail mail) throws IOException {
        journal.append(mail);
        keep(mail);
    }

    synchronized List<Mail> find(Predicate<Mail> wanted) {
        return mails.stream().filter(wanted).toList();
    }

    private synchronized void keep(Mail mail) {
        mails.add(mail);
        if (mails.size() > KEPT) {
            mails.remove();
        }
    }
}
