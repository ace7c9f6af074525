package io.fulfilment.messaging.deadletter;

import org.jspecify.annotations.Nullable;

/**
 * A key that is held.
 *
 * @param messageKey null where one message stands alone
 * @param overdue whether what it waits for had its time
 * @param gapsAccepted whether it goes on without what is missing
 */
public record HeldKey(long id, String topic, @Nullable String messageKey, boolean overdue, boolean gapsAccepted) {}
