package io.fulfilment.messaging.deadletter;

import org.jspecify.annotations.Nullable;

/**
 * A key that is held.
 *
 * @param messageKey null where one message stands alone
 * @param overdue whether what it waits for had its time
 * @param gapsAccepted whether it goes on without what is missing
 * @param redrive the redrive that it is part of; null if none
 */
public record HeldKey(
        long id,
        String topic,
        @Nullable String messageKey,
        boolean overdue,
        boolean gapsAccepted,
        @Nullable Redriven redrive) {

    /**
     * A redrive of it.
     *
     * @param until the message up to which; null for all of them
     */
    public record Redriven(long id, @Nullable Long until) {}

    @Nullable
    Long until() {
        return redrive == null ? null : redrive.until();
    }

    /** As it goes on behind a gap. */
    public HeldKey withoutAcceptedGap() {
        return new HeldKey(id, topic, messageKey, overdue, false, redrive);
    }
}
