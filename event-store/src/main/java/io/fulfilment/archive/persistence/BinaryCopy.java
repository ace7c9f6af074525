package io.fulfilment.archive.persistence;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/**
 * Writes PostgreSQL's binary COPY format: for each row the number of its fields, for each field its length and bytes.
 * The columns' types must match exactly.
 *
 * @see <a href="https://www.postgresql.org/docs/18/sql-copy.html">COPY</a>
 */
final class BinaryCopy {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    private static final long POSTGRES_EPOCH_SECONDS = 946_684_800L;
    private static final int CHUNK = 64 * 1024;

    private final CopyIn copy;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream(2 * CHUNK);
    private final DataOutputStream out = new DataOutputStream(buffer);

    BinaryCopy(CopyIn copy) throws IOException {
        this.copy = copy;
        out.write(SIGNATURE);
        out.writeInt(0); // no flags
        out.writeInt(0); // no header extension
    }

    BinaryCopy row(int fields) throws IOException, SQLException {
        if (buffer.size() >= CHUNK) {
            flush();
        }
        out.writeShort(fields);
        return this;
    }

    BinaryCopy int4(int value) throws IOException {
        out.writeInt(Integer.BYTES);
        out.writeInt(value);
        return this;
    }

    BinaryCopy int8(@Nullable Long value) throws IOException {
        if (value == null) {
            return none();
        }
        out.writeInt(Long.BYTES);
        out.writeLong(value);
        return this;
    }

    BinaryCopy timestamptz(Instant value) throws IOException {
        long seconds = value.getEpochSecond() - POSTGRES_EPOCH_SECONDS;
        return int8(Math.addExact(Math.multiplyExact(seconds, 1_000_000L), value.getNano() / 1_000));
    }

    BinaryCopy uuid(@Nullable UUID value) throws IOException {
        if (value == null) {
            return none();
        }
        out.writeInt(2 * Long.BYTES);
        out.writeLong(value.getMostSignificantBits());
        out.writeLong(value.getLeastSignificantBits());
        return this;
    }

    BinaryCopy text(@Nullable String value) throws IOException {
        return bytes(value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    BinaryCopy bytes(byte @Nullable [] value) throws IOException {
        if (value == null) {
            return none();
        }
        out.writeInt(value.length);
        out.write(value);
        return this;
    }

    void finish() throws IOException, SQLException {
        out.writeShort(-1);
        flush();
    }

    private BinaryCopy none() throws IOException {
        out.writeInt(-1);
        return this;
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
        buffer.reset();
    }
}
