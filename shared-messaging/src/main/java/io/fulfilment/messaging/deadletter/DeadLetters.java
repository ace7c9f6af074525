package io.fulfilment.messaging.deadletter;

import io.fulfilment.messaging.outbox.PendingOutbox;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parks records in the current transaction: a row of each, and a copy for the dead-letter topic. */
public final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final DeadLetterTable table;
    private final DeadLetterCopies copies;
    private final PendingOutbox outbox;

    DeadLetters(DeadLetterTable table, DeadLetterCopies copies, PendingOutbox outbox) {
        this.table = table;
        this.copies = copies;
        this.outbox = outbox;
    }

    /** Safe to repeat: a record is parked, and copied, once. */
    public void park(List<DeadLetter> letters) {
        if (!letters.isEmpty()) {
            List<DeadLetter> parked = table.insert(letters);
            outbox.add(parked.stream().map(copies::copy).toList());
            parked.forEach(DeadLetters::log);
        }
    }

    private static void log(DeadLetter letter) {
        var origin = letter.origin();
        LOG.warn(
                "Parking message {} of type {}, key {}, from {}-{}@{}: {} {}",
                RecordFacts.id(origin),
                RecordFacts.type(origin),
                RecordFacts.key(origin),
                origin.topic(),
                origin.partition(),
                origin.offset(),
                letter.reason(),
                letter.errorClass());
    }
}
