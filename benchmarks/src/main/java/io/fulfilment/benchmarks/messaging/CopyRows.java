package io.fulfilment.benchmarks.messaging;

import io.fulfilment.benchmarks.messaging.service.Load;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Rows in PostgreSQL's binary format for COPY, encoded once and sent as often as is needed. */
final class CopyRows {

    static final String COLUMNS = "message_id, topic, message_key, shard, sequence, type, correlation_id, body";

    private static final int COUNT_OF_COLUMNS = 8;
    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private CopyRows() {}

    static byte[] of(Load load) {
        var rows = new CopyRows();
        try {
            rows.out.write(SIGNATURE);
            rows.out.writeInt(0);
            rows.out.writeInt(0);
            for (int number = 0; number < load.count(); number++) {
                rows.row(load, number);
            }
            rows.out.writeShort(-1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.bytes.toByteArray();
    }

    private void row(Load load, int number) throws IOException {
        out.writeShort(COUNT_OF_COLUMNS);
        uuid(UUID.randomUUID());
        text(Load.TOPIC);
        text(load.key(number));
        out.writeInt(Short.BYTES);
        out.writeShort(number % 64);
        out.writeInt(Long.BYTES);
        out.writeLong(1);
        text(RawRecords.TYPE);
        uuid(UUID.randomUUID());
        field(RawRecords.BODY);
    }

    private void uuid(UUID id) throws IOException {
        out.writeInt(2 * Long.BYTES);
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private void text(String text) throws IOException {
        field(text.getBytes(StandardCharsets.UTF_8));
    }

    private void field(byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }
}
