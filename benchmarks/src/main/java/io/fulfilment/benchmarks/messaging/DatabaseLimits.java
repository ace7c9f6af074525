package io.fulfilment.benchmarks.messaging;

import io.fulfilment.benchmarks.messaging.service.Load;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;

/** How fast rows like those of an outbox get into a table, and out of it again. */
final class DatabaseLimits {

    private static final int COPIED_AT_ONCE = 10_000;
    private static final int DELETED_AT_ONCE = 1_000;

    private static final String TABLE = """
            CREATE TABLE raw_row (
                id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                message_id uuid NOT NULL, topic text NOT NULL, message_key text NOT NULL, shard smallint NOT NULL,
                sequence bigint NOT NULL, type text NOT NULL, correlation_id uuid, body bytea,
                appended_at timestamptz NOT NULL DEFAULT clock_timestamp())
            """;

    private static final String COPY = "COPY raw_row (" + CopyRows.COLUMNS + ") FROM STDIN (FORMAT binary)";

    /** By their place, so that nothing but the deletion costs. */
    private static final String DELETE =
            "DELETE FROM raw_row WHERE id > ? AND id <= ? RETURNING id, " + CopyRows.COLUMNS + ", appended_at";

    private final OwnStack stack;
    private final Faults faults;

    DatabaseLimits(OwnStack stack, Faults faults) {
        this.stack = stack;
        this.faults = faults;
    }

    /** What was written to warm up is deleted to warm up. */
    List<Measured> measure(int rows, int warmUp) throws SQLException, IOException {
        try (Connection connection = stack.connect(OwnStack.ROLE + "_owner")) {
            execute(connection, TABLE);
            copy(connection, warmUp);
            delete(connection, 0, warmUp);
            stack.checkpoint();
            Measured copied = copy(connection, rows);
            stack.checkpoint();
            Measured deleted = delete(connection, warmUp, rows);
            execute(connection, "DROP TABLE raw_row");
            return List.of(copied, deleted);
        }
    }

    private Measured copy(Connection connection, int rows) throws SQLException, IOException {
        byte[] whole = CopyRows.of(new Load("limits", Math.min(COPIED_AT_ONCE, rows)));
        byte[] rest = CopyRows.of(new Load("limits", rows % COPIED_AT_ONCE));
        var copying = connection.unwrap(PGConnection.class).getCopyAPI();
        Cost before = Cost.soFar(stack.pids());
        long start = System.nanoTime();
        long copied = 0;
        while (copied < rows) {
            byte[] next = rows - copied < COPIED_AT_ONCE ? rest : whole;
            copied += copying.copyIn(COPY, new ByteArrayInputStream(next));
        }
        long end = System.nanoTime();
        faults.check("rows copied", rows, copied);
        return Measured.of("COPY", rows, end - start, Cost.soFar(stack.pids()).minus(before), 0);
    }

    private Measured delete(Connection connection, long above, int rows) throws SQLException {
        Cost before = Cost.soFar(stack.pids());
        long start = System.nanoTime();
        int deleted = 0;
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            for (long from = above; from < above + rows; from += DELETED_AT_ONCE) {
                statement.setLong(1, from);
                statement.setLong(2, Math.min(above + rows, from + DELETED_AT_ONCE));
                deleted += read(statement);
            }
        }
        long end = System.nanoTime();
        faults.check("rows deleted", rows, deleted);
        return Measured.of(
                "DELETE … RETURNING",
                rows,
                end - start,
                Cost.soFar(stack.pids()).minus(before),
                0);
    }

    private static int read(PreparedStatement statement) throws SQLException {
        int complete = 0;
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                complete += rows.getBytes("body").length == Load.BODY_BYTES ? 1 : 0;
            }
        }
        return complete;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
