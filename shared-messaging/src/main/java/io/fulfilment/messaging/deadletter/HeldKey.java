package io.fulfilment.messaging.deadletter;

import org.jspecify.annotations.Nullable;

/**
 * A key that is held.
 *
 * @param messageKey null where one message stands alone
 * @param overdue whether what it waits for had its time
 * @param gapBefore the message before which it goes on without what is missing; null if there is none
 * @param redrive the redrive that it is part of; null if none
 */
public record HeldKey(
        long id,
        String topic,
        @Nullable String messageKey,
        boolean overdue,
        @Nullable Long gapBefore,
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
}
