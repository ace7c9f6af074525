package io.fulfilment.messaging.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Values of rows that JDBC has no type for. */
final class Rows {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private Rows() {}

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static List<DeadLetterWhole.Header> headers(ResultSet row) throws SQLException {
        return List.of(JSON.readValue(row.getString("headers"), DeadLetterWhole.Header[].class));
    }

    static @Nullable DeadLetterFilter filter(ResultSet row) throws SQLException {
        String json = row.getString("filter");
        return json == null ? null : JSON.readValue(json, DeadLetterFilter.class);
    }

    static @Nullable String json(@Nullable DeadLetterFilter filter) {
        return filter == null ? null : JSON.writeValueAsString(filter);
    }
}
