package io.fulfilment.archive.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the columns that {@link #COLUMNS} names. */
final class ArchivedEventRows implements RowMapper<ArchivedEvent> {

    static final String COLUMNS = """
            position, topic, partition, record_offset, message_id, type, source, subject, event_time, sequence,
            correlation_id, causation_id, recorded_at, value""";

    /** Far from what can be written, which has to hold the page around it, too. */
    private static final int DEEPEST_NESTING = 100;

    /** Numbers come out as they went in. */
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST_NESTING)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Override
    public ArchivedEvent mapRow(ResultSet row, int number) throws SQLException {
        byte @Nullable [] value = row.getBytes("value");
        @Nullable JsonNode data = json(value);
        return new ArchivedEvent(
                row.getLong("position"),
                row.getString("topic"),
                row.getInt("partition"),
                row.getLong("record_offset"),
                row.getObject("message_id", UUID.class),
                row.getString("type"),
                row.getString("source"),
                row.getString("subject"),
                instant(row, "event_time"),
                row.getObject("sequence", Long.class),
                row.getObject("correlation_id", UUID.class),
                row.getObject("causation_id", UUID.class),
                instant(row, "recorded_at"),
                data,
                data != null || value == null ? null : Base64.getEncoder().encodeToString(value));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable JsonNode json(byte @Nullable [] value) {
        if (value == null || value.length == 0) {
            return null;
        }
        try {
            JsonNode node = JSON.readTree(value);
            return node.isMissingNode() ? null : node;
        } catch (JacksonException e) {
            return null;
        }
    }
}
