package io.fulfilment.messaging.deadletter.web;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A body that may be anything.
 *
 * @param json if it is JSON that can be written again without loss; {@code base64}, if not
 */
record BodyView(@Nullable JsonNode json, @Nullable String base64) {

    private static final int MOST_NESTING = 64;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_NESTING)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static BodyView of(byte @Nullable [] body) {
        if (body == null) {
            return new BodyView(null, null);
        }
        try {
            JsonNode json = JSON.readTree(body);
            // Half a surrogate pair can be read and not written.
            boolean whole = !json.isMissingNode() && JSON.writeValueAsBytes(json).length > 0;
            return whole ? new BodyView(json, null) : binary(body);
        } catch (JacksonException e) {
            return binary(body);
        }
    }

    private static BodyView binary(byte[] body) {
        return new BodyView(null, Base64.getEncoder().encodeToString(body));
    }
}
