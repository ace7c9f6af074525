package io.fulfilment.archive.persistence;

import static io.fulfilment.archive.Records.newPartition;
import static io.fulfilment.archive.Records.plain;
import static io.fulfilment.archive.Records.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.fulfilment.archive.Slice;
import io.fulfilment.messaging.archive.RecordSink;
import io.fulfilment.messaging.archive.RecordSink.Partition;
import io.fulfilment.messaging.archive.StoredRecord;
import io.fulfilment.messaging.archive.StoredRecord.Header;
import io.fulfilment.testing.Infrastructure;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig(Slice.class)
class ArchiveTablesIT {

    /** Of each partition: its options; the columns without statistics. */
    private static final String TUNING = """
            SELECT concat_ws('; ', array_to_string(reloptions, ' '),
              (SELECT string_agg(attname, ' ' ORDER BY attname) FROM pg_attribute
               WHERE attrelid = pg_class.oid AND attstattarget = 0))
            FROM pg_class JOIN pg_inherits ON inhrelid = pg_class.oid WHERE inhparent = 'archived_event'::regclass
            """;

    @Autowired
    private RecordSink sink;

    @Autowired
    private ArchivePartitions partitions;

    @Autowired
    private JdbcClient jdbc;

    private final Partition partition = newPartition();

    @Test
    void keepsARecordByteForByte() throws NoSuchAlgorithmException {
        byte[] key = {0, 1, (byte) 0xFF};
        byte[] value = new byte[300_000];
        new Random(7).nextBytes(value);
        sink.accept(List.of(new StoredRecord(partition, 9, Instant.ofEpochMilli(1), key, value, List.of())));
        Map<String, @Nullable Object> row = row();
        assertThat(row.get("key")).isEqualTo(key);
        assertThat(row.get("value")).isEqualTo(value);
        assertThat(row.get("sha256"))
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(value));
        assertThat(row.get("record_timestamp")).isEqualTo(1L);
        assertThat(row.get("partition")).isEqualTo(3);
        assertThat(row.get("record_offset")).isEqualTo(9L);
    }

    @Test
    void keepsARecordWithoutKeyValueOrHeaders() {
        sink.accept(List.of(new StoredRecord(partition, 0, Instant.ofEpochMilli(-1), null, null, List.of())));
        assertThat(row())
                .containsEntry("key", null)
                .containsEntry("value", null)
                .containsEntry("message_id", null)
                .containsEntry("type", null)
                .containsEntry("subject", null);
    }

    @Test
    void keepsAbsurdHeadersAndTimes() {
        var headers = List.of(
                new Header("ce_id", new byte[] {0}),
                new Header("ce_subject", utf8("a\0b")),
                new Header("nul\0name", null),
                new Header("raw", new byte[] {(byte) 0xC3}));
        sink.accept(List.of(new StoredRecord(partition, 0, Instant.ofEpochMilli(Long.MAX_VALUE), null, null, headers)));
        assertThat(row().get("headers")).hasToString("""
                        [["ce_id","\\u0000"],["ce_subject","a\\u0000b"],["nul\\u0000name",null],["raw",{"base64":"ww=="}]]""");
    }

    @Test
    void keepsTenThousandHeaders() {
        var headers = Collections.nCopies(10_000, new Header("x", utf8("y")));
        sink.accept(List.of(new StoredRecord(partition, 0, Instant.EPOCH, null, null, headers)));
        assertThat(jdbc.sql("SELECT json_array_length(headers) FROM archived_event WHERE topic = ?")
                        .param(partition.topic())
                        .query(Integer.class)
                        .single())
                .isEqualTo(10_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE archived_event SET value = NULL",
                "DELETE FROM archived_event",
                "TRUNCATE archived_event",
                "DROP TABLE archived_event",
                "ALTER TABLE archived_event DETACH PARTITION %s",
                "UPDATE %s SET value = NULL",
                "DELETE FROM %s",
                "TRUNCATE %s",
                "DROP TABLE %s",
                "DELETE FROM archive_position",
                "CREATE TABLE more (id int)"
            })
    void theServiceCannotChangeWhatIsArchived(String statement) {
        assertSqlState(
                "42501", () -> jdbc.sql(statement.formatted(newestPartition())).update());
    }

    @Test
    void aSecondNetCatchesARecordThatWouldBeStoredTwice() {
        sink.accept(plain(partition, 0, 1));
        assertSqlState("23505", () -> jdbc.sql("""
                        INSERT INTO archived_event
                          (topic, partition, record_offset, record_timestamp, event_time, recorded_at, headers, sha256)
                        SELECT topic, partition, record_offset, record_timestamp, event_time, recorded_at, headers, sha256
                        FROM archived_event WHERE topic = ?
                        """).param(partition.topic()).update());
    }

    @Test
    void hasPlaceForTheNextMonthsAndMakesItOnce() {
        partitions.makeAhead();
        partitions.makeAhead();
        assertThat(jdbc.sql("SELECT count(*) FROM pg_inherits WHERE inhparent = 'archived_event'::regclass")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    void statisticsAreMadeOfLittleInAPartitionWheneverItWasMade() throws SQLException {
        try (var owner = ownerOfTheTables()) {
            JdbcClient.create(new SingleConnectionDataSource(owner, true))
                    .sql("DROP TABLE " + newestPartition())
                    .update();
        }
        partitions.makeAhead();
        assertThat(jdbc.sql(TUNING).query(String.class).list())
                .hasSizeGreaterThanOrEqualTo(4)
                .containsOnly("autovacuum_analyze_scale_factor=1; headers key sha256 value");
    }

    private static Connection ownerOfTheTables() throws SQLException {
        var infrastructure = Infrastructure.shared();
        String role = Infrastructure.ownerOf("event-store");
        return DriverManager.getConnection(infrastructure.databaseUrl(), role, infrastructure.passwordOf(role));
    }

    private static void assertSqlState(String state, ThrowingCallable statement) {
        assertThatThrownBy(statement)
                .rootCause()
                .asInstanceOf(type(SQLException.class))
                .extracting(SQLException::getSQLState)
                .isEqualTo(state);
    }

    private String newestPartition() {
        return jdbc.sql(
                        "SELECT max(inhrelid::regclass::text) FROM pg_inherits WHERE inhparent = 'archived_event'::regclass")
                .query(String.class)
                .single();
    }

    private Map<String, @Nullable Object> row() {
        return jdbc.sql("SELECT * FROM archived_event WHERE topic = ?")
                .param(partition.topic())
                .query()
                .singleRow();
    }
}
