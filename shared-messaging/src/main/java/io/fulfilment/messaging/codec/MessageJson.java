package io.fulfilment.messaging.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fulfilment.events.Message;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bodies of messages as JSON. Apart from the mapper of a service's HTTP API, whose settings are about other readers.
 * Properties that this version doesn't know are passed over; what it needs must be there.
 */
public final class MessageJson {

    private static final int MOST_NESTING = 64;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_NESTING)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    public byte[] write(Message message) {
        return mapper.writeValueAsBytes(message);
    }

    /** @throws RuntimeException if the body isn't one of the type */
    public <M extends Message> M read(byte[] body, Class<M> type) {
        M message = mapper.readValue(body, type);
        Completeness.check(message);
        return message;
    }
}
