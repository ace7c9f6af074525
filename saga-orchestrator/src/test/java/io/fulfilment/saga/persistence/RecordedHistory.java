package io.fulfilment.saga.persistence;

import io.fulfilment.saga.engine.Status;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A saga's life as a version of its definition once lived it, in a form that no later change of the engine reaches: kept for
 * ever, and lived again by today's code.
 *
 * @param data what the saga knew at its start, as it was stored
 */
record RecordedHistory(String type, int version, UUID sagaId, JsonNode data, List<Turn> turns) {

    /**
     * @param deadline null where no timer was armed
     * @param row the saga as it was stored after the turn; null where nothing changed it
     */
    record Turn(
            Instant at,
            Input input,
            Status status,
            @Nullable Instant deadline,
            List<Sent> sent,
            List<String> milestones,
            List<String> log,
            @Nullable Row row) {

        // What is empty was left out.
        Turn {
            sent = Objects.requireNonNullElse(sent, List.of());
            milestones = Objects.requireNonNullElse(milestones, List.of());
        }
    }

    /** @param kind STARTED, REPLY, TIMER, CANCELLATION, IMBALANCE or OPERATOR; the rest as far as it has any */
    record Input(
            String kind,
            @Nullable UUID messageId,
            @Nullable UUID causationId,
            @Nullable String type,
            @Nullable JsonNode body,
            @Nullable String act) {}

    record Sent(UUID id, String name) {}

    /** @param data null where it was as after the turn before */
    record Row(@Nullable JsonNode data, JsonNode state) {}
}
