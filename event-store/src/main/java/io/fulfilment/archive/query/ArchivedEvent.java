package io.fulfilment.archive.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A record as operators see it. What the record doesn't state in a valid form is null.
 *
 * @param position its place in the archive
 * @param data the body, if it is JSON that is not nested absurdly deep
 * @param dataBase64 the body, if it is anything else
 */
public record ArchivedEvent(
        long position,
        String topic,
        int partition,
        long offset,
        @Nullable UUID id,
        @Nullable String type,
        @Nullable String source,
        @Nullable String subject,
        Instant time,
        @Nullable Long sequence,
        @Nullable UUID correlationId,
        @Nullable UUID causationId,
        Instant recordedAt,
        @Nullable JsonNode data,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String dataBase64) {}
