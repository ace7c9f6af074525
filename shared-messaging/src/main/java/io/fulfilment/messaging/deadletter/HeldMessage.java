package io.fulfilment.messaging.deadletter;

import io.fulfilment.messaging.codec.HeadersJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * A record that waits.
 *
 * @param wasReadable whether it was read as a message when it came, and so is noted as received
 * @param reason why it waits, as it was last
 * @param attempts how often it was tried
 * @param discarded whether somebody has decided that it has no effect
 */
public record HeldMessage(
        long id,
        ConsumerRecord<byte[], byte[]> origin,
        boolean wasReadable,
        Reason reason,
        int attempts,
        boolean discarded) {

    /** The columns that {@link #of} reads. */
    static final String COLUMNS = """
            message.id, message.topic, message.partition, message.record_offset, message.record_timestamp, message.key,
            message.headers, message.body, message.source, message.reason, message.attempts, message.discarded
            """;

    static HeldMessage of(ResultSet row) throws SQLException {
        return new HeldMessage(
                row.getLong("id"),
                new ConsumerRecord<>(
                        row.getString("topic"),
                        row.getInt("partition"),
                        row.getLong("record_offset"),
                        row.getObject("record_timestamp", OffsetDateTime.class)
                                .toInstant()
                                .toEpochMilli(),
                        TimestampType.CREATE_TIME,
                        ConsumerRecord.NULL_SIZE,
                        ConsumerRecord.NULL_SIZE,
                        row.getBytes("key"),
                        row.getBytes("body"),
                        new RecordHeaders(HeadersJson.read(Objects.requireNonNull(row.getString("headers")))),
                        Optional.empty()),
                row.getString("source") != null,
                Reason.valueOf(row.getString("reason")),
                row.getInt("attempts"),
                row.getBoolean("discarded"));
    }
}
