package io.fulfilment.payment.query;

import io.fulfilment.payment.domain.StoredEvent;
import java.time.Instant;

/**
 * A stored event in its place.
 *
 * @param type the name under which it is stored
 */
public record RecordedEvent(int version, String type, Instant at, StoredEvent data) {}
