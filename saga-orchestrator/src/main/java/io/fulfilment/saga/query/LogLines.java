package io.fulfilment.saga.query;

import io.fulfilment.saga.engine.LogEntry.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a saga's log tells of a step, or of the saga. */
record LogLines(List<LogLine> lines) {

    List<LogLine> of(Kind kind, String step) {
        return lines.stream()
                .filter(line -> line.kind() == kind && step.equals(line.step()))
                .toList();
    }

    Optional<LogLine> last(Kind kind, String step) {
        return of(kind, step).reversed().stream().findFirst();
    }

    /** Such as {@code  at 2026-03-01T12:00:00Z}; empty if the log has no such line. */
    String when(Kind kind, String preposition) {
        return lines.reversed().stream()
                .filter(line -> line.kind() == kind)
                .map(line -> " " + preposition + " " + Words.of(line.at()))
                .findFirst()
                .orElse("");
    }

    /** The latest of all. */
    Instant end() {
        return lines.isEmpty() ? Instant.EPOCH : lines.getLast().at();
    }
}
