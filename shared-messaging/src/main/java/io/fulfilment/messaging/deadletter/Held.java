package io.fulfilment.messaging.deadletter;

import io.fulfilment.messaging.codec.Incoming;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that can't be handled now.
 *
 * @param error what it failed with; null for one that didn't fail itself
 * @param attempts how often it was tried
 * @param hold what becomes of its key, unless that is held already
 */
public record Held(
        Incoming incoming, Reason reason, @Nullable Throwable error, int attempts, Hold hold) {

    /** How a key is held. */
    public sealed interface Hold {

        /** Until somebody has seen to it. */
        record Parked() implements Hold {}

        /** As {@link Parked}, and the record holds up no other. */
        record ParkedAlone() implements Hold {}

        /** Until the next attempt. */
        record Retrying(Duration pause) implements Hold {}

        /** Until what is missing has come, but no longer than this. */
        record Waiting(Duration longest) implements Hold {}
    }

    ConsumerRecord<byte[], byte[]> origin() {
        return incoming.origin();
    }

    boolean isAlone() {
        return origin().key() == null || hold instanceof Hold.ParkedAlone;
    }

    public State state() {
        return switch (hold) {
            case Hold.Retrying retrying -> State.RETRYING;
            case Hold.Waiting waiting -> State.WAITING;
            case Hold.Parked parked -> State.PARKED;
            case Hold.ParkedAlone alone -> State.PARKED;
        };
    }

    @Nullable
    Duration pause() {
        return switch (hold) {
            case Hold.Retrying retrying -> retrying.pause();
            case Hold.Waiting waiting -> waiting.longest();
            case Hold.Parked parked -> null;
            case Hold.ParkedAlone alone -> null;
        };
    }

    String errorClass() {
        return error == null ? "" : error.getClass().getName();
    }
}
