package io.fulfilment.web.json;

import io.fulfilment.web.problem.Fault;
import io.fulfilment.web.problem.Problem;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Turns what the mapper refuses into the problem that says so. */
class StrictJsonConverter extends JacksonJsonHttpMessageConverter {

    StrictJsonConverter(JsonMapper mapper) {
        super(mapper);
    }

    @Override
    public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
            throws IOException {
        try {
            return present(super.read(type, message, hints));
        } catch (HttpMessageNotReadableException e) {
            throw e.getCause() instanceof JacksonException cause ? JsonFaults.of(cause, e) : e;
        }
    }

    private static Object present(@Nullable Object body) {
        if (body == null) {
            throw Problem.invalid(Fault.at("", "must not be null")).asException();
        }
        return body;
    }
}
