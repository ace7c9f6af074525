package io.fulfilment.saga.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fulfilment.saga.engine.Failure;
import io.fulfilment.saga.engine.LogEntry;
import io.fulfilment.saga.engine.Run;
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

    /** What is stored of an instance besides its data and its columns. */
    record State(List<Run> runs, @Nullable Failure failure) {}

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
