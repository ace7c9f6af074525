package io.fulfilment.archive.application;

import io.fulfilment.messaging.archive.StoredRecord;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record and what it says about itself. What it leaves out, or says in a form that can't be right, is null: any record
 * at all can be archived.
 *
 * @param time the event's own, or else the record's
 */
public record Entry(
        StoredRecord stored,
        @Nullable UUID messageId,
        @Nullable String type,
        @Nullable String source,
        @Nullable String subject,
        @Nullable Long sequence,
        @Nullable UUID correlationId,
        @Nullable UUID causationId,
        Instant time) {

    public static Entry of(StoredRecord stored) {
        var attributes = CloudEventAttributes.of(stored);
        return new Entry(
                stored,
                attributes.uuid("ce_id"),
                attributes.text("ce_type"),
                attributes.text("ce_source"),
                attributes.text("ce_subject"),
                attributes.number("ce_sequence"),
                attributes.uuid("ce_correlationid"),
                attributes.uuid("ce_causationid"),
                attributes.time("ce_time", stored.timestamp()));
    }
}
