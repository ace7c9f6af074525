package io.fulfilment.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a request, and where.
 *
 * @param pointer JSON pointer (RFC 6901) into the body, or null if it isn't there
 * @param parameter name of the query parameter, or null
 * @param header name of the header, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        @Nullable String pointer,
        @Nullable String parameter,
        @Nullable String header,
        String detail) {

    public static Fault at(String pointer, String detail) {
        return new Fault(pointer, null, null, detail);
    }

    public static Fault ofParameter(String name, String detail) {
        return new Fault(null, name, null, detail);
    }

    public static Fault ofHeader(String name, String detail) {
        return new Fault(null, null, name, detail);
    }
}
