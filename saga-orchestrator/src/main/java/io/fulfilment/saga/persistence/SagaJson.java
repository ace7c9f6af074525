package io.fulfilment.saga.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fulfilment.saga.engine.Course;
import io.fulfilment.saga.engine.Failure;
import io.fulfilment.saga.engine.LogEntry;
import io.fulfilment.saga.engine.Run;
import io.fulfilment.saga.engine.SagaInstance;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The JSON that sagas are stored as; apart from that of HTTP, which may change without a migration. */
@Component
class SagaJson {

    private final JsonMapper mapper = JsonMapper.builder()
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    /**
     * What is stored of an instance besides its data and its columns. What is null may not have been known when the row was
     * written.
     */
    record State(
            List<Run> runs,
            @Nullable Failure failure,
            @Nullable Boolean cancelled,
            @Nullable String imbalance) {

        static State of(SagaInstance<?> saga) {
            var course = saga.course();
            return new State(saga.runs(), course.failure(), course.cancelled() ? true : null, course.imbalance());
        }

        /** Steps once shared their saga's timer. */
        List<Run> runs(@Nullable Instant deadline) {
            return runs.stream()
                    .map(run ->
                            run.state() == Run.State.WAITING && run.due() == null ? run.waitingUntil(deadline) : run)
                    .toList();
        }

        Course course() {
            return new Course(failure, Boolean.TRUE.equals(cancelled), imbalance);
        }
    }

    String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    String writeLog(Collection<LogEntry> entries) {
        return mapper.writeValueAsString(entries);
    }
}
