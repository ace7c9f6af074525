package io.fulfilment.archive.persistence;

import io.fulfilment.archive.application.Archive;
import io.fulfilment.archive.application.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Appends by {@code COPY} in its binary form: the least work for both sides. */
@Repository
class CopyArchive implements Archive {

    private static final String COPY = """
            COPY archived_event (topic, partition, record_offset, record_timestamp, message_id, type, source, subject,
              sequence, correlation_id, causation_id, event_time, recorded_at, key, value, headers, sha256)
            FROM STDIN (FORMAT binary)
            """;

    private final JdbcTemplate jdbc;

    CopyArchive(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(List<Entry> entries, Instant recordedAt) {
        jdbc.execute((Connection connection) -> copy(connection, entries, recordedAt));
    }

    private static long copy(Connection connection, List<Entry> entries, Instant recordedAt) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
        try {
            var rows = new EntryRows(new BinaryCopy(copy), recordedAt);
            for (Entry entry : entries) {
                rows.write(entry);
            }
            rows.finish();
            return copy.endCopy();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
