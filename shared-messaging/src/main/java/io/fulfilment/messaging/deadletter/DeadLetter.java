package io.fulfilment.messaging.deadletter;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that is put aside.
 *
 * @param error what it failed with; null for one that only stands behind another
 * @param attempts how often it was tried
 */
public record DeadLetter(
        ConsumerRecord<byte[], byte[]> origin,
        Reason reason,
        @Nullable Throwable error,
        int attempts) {

    /** Why a record is put aside. */
    public enum Reason {
        /** It is no message of the language. */
        UNREADABLE,
        /** Its handler failed each time. */
        HANDLING_FAILED,
        /** An earlier message of its key is parked. */
        BEHIND_PARKED
    }

    /** Shows no content: neither logs nor headers are a place for personal data. */
    String errorClass() {
        return error == null ? "" : error.getClass().getName();
    }
}
