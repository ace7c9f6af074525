package io.fulfilment.messaging.outbox;

import java.time.Instant;

/**
 * A row as it stands in the outbox.
 *
 * @param id rises within a key
 * @param sequence its place among the messages of its key, from 1
 */
public record StoredRow(OutboxRow row, long id, long sequence, Instant appendedAt) {}
