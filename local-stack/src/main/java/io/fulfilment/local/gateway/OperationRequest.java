package io.fulfilment.local.gateway;

import io.fulfilment.events.value.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a merchant asks for. */
record OperationRequest(
        String orderId,
        Operation.Kind operation,
        Money amount,
        @Nullable String token) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    OperationRequest {
        if (orderId == null || orderId.isBlank() || operation == null || amount == null) {
            throw new IllegalArgumentException("orderId, operation and amount are required");
        }
    }

    /** @throws IllegalArgumentException if it is malformed */
    static OperationRequest parse(byte[] body) {
        try {
            return JSON.readValue(body, OperationRequest.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("malformed: " + e.getOriginalMessage(), e);
        }
    }
}
