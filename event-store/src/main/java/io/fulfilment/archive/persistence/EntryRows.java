package io.fulfilment.archive.persistence;

import io.fulfilment.archive.application.Entry;
import io.fulfilment.messaging.archive.StoredRecord;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Entries as rows of {@code archived_event}, in the order of the columns that {@link CopyArchive} names. */
final class EntryRows {

    private static final int COLUMNS = 17;
    private static final byte[] NOTHING = {};

    private final BinaryCopy copy;
    private final Instant recordedAt;
    private final MessageDigest sha256;

    EntryRows(BinaryCopy copy, Instant recordedAt) {
        this.copy = copy;
        this.recordedAt = recordedAt;
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void write(Entry entry) throws IOException, SQLException {
        StoredRecord stored = entry.stored();
        copy.row(COLUMNS)
                .text(stored.partition().topic())
                .int4(stored.partition().number())
                .int8(stored.offset())
                .int8(stored.timestamp().toEpochMilli())
                .uuid(entry.messageId())
                .text(entry.type())
                .text(entry.source())
                .text(entry.subject())
                .int8(entry.sequence())
                .uuid(entry.correlationId())
                .uuid(entry.causationId())
                .timestamptz(entry.time())
                .timestamptz(recordedAt)
                .bytes(stored.key())
                .bytes(stored.value())
                .bytes(HeadersJson.of(stored.headers()))
                .bytes(digest(stored.value()));
    }

    void finish() throws IOException, SQLException {
        copy.finish();
    }

    private byte[] digest(byte @Nullable [] value) {
        return sha256.digest(value == null ? NOTHING : value);
    }
}
