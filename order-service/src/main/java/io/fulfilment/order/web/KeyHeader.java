package io.fulfilment.order.web;

import io.fulfilment.events.value.CustomerId;
import io.fulfilment.order.application.IdempotencyKey;
import io.fulfilment.web.problem.Fault;
import io.fulfilment.web.problem.Problem;
import java.util.List;
import org.springframework.http.HttpHeaders;

/** The header {@code Idempotency-Key}. */
final class KeyHeader {

    private static final String NAME = "Idempotency-Key";

    private KeyHeader() {}

    static IdempotencyKey of(CustomerId customer, HttpHeaders headers) {
        List<String> values = headers.getOrEmpty(NAME);
        return switch (values.size()) {
            case 0 ->
                throw Problem.of(OrderProblems.IDEMPOTENCY_KEY_MISSING, "The header Idempotency-Key is missing")
                        .asException();
            case 1 -> key(customer, values.getFirst());
            default -> throw invalid("must be there once");
        };
    }

    private static IdempotencyKey key(CustomerId customer, String value) {
        try {
            return new IdempotencyKey(customer, value);
        } catch (IllegalArgumentException e) {
            throw invalid("must be 1 to 255 visible ASCII characters");
        }
    }

    private static RuntimeException invalid(String detail) {
        return Problem.invalid(Fault.ofHeader(NAME, detail)).asException();
    }
}
