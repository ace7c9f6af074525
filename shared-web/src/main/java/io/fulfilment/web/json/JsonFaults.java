package io.fulfilment.web.json;

import static io.fulfilment.web.json.Pointers.ofParser;
import static io.fulfilment.web.json.Pointers.ofPath;

import io.fulfilment.web.problem.Fault;
import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.problem.ProblemType;
import java.util.Objects;
import org.springframework.http.converter.HttpMessageConversionException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * Tells what is no JSON from JSON that is not what was asked for, and says where. The mapper stops at the first fault,
 * so there is one.
 */
final class JsonFaults {

    private JsonFaults() {}

    /** The exception to throw instead of the framework's. */
    static RuntimeException of(JacksonException refused, RuntimeException original) {
        if (refused instanceof JacksonIOException) {
            return original;
        }
        return isForeign(refused)
                ? new HttpMessageConversionException("Something else failed while a body was read", refused)
                : problem(refused).asException();
    }

    /** Whether what failed is not the body: a limit on the way to it, or an error of ours in a constructor. */
    private static boolean isForeign(JacksonException refused) {
        var cause = refused.getCause();
        return switch (refused) {
            case ValueInstantiationException _ -> cause != null && !(cause instanceof IllegalArgumentException);
            default -> refused.getClass() == DatabindException.class && cause instanceof RuntimeException;
        };
    }

    private static Problem problem(JacksonException refused) {
        return switch (refused) {
            case UnrecognizedPropertyException e -> invalid(ofPath(e), "is not a known property");
            case InvalidNullException e -> invalid(ofPath(e), "must not be null");
            case InvalidFormatException e -> invalid(ofPath(e), Expectations.format(e.getTargetType()));
            case ValueInstantiationException e -> invalid(ofPath(e), reason(e));
            case InputCoercionException e -> invalid(ofPath(e), "is out of range");
            case StreamConstraintsException e -> invalid(ofParser(e), "is too long, too large or nested too deeply");
            case StreamReadException e -> isDuplicate(e) ? invalid(ofParser(e), "stands there twice") : malformed(e);
            case MismatchedInputException e -> isTrailing(e) ? malformed(e) : invalid(ofPath(e), mismatch(e));
            default -> malformed(refused);
        };
    }

    private static Problem invalid(String pointer, String detail) {
        return Problem.invalid(Fault.at(pointer, detail));
    }

    private static Problem malformed(JacksonException refused) {
        var location = refused.getLocation();
        return Problem.of(
                ProblemType.MALFORMED_JSON,
                location == null
                        ? ProblemType.MALFORMED_JSON.title()
                        : "The body is not JSON at line " + location.getLineNr() + ", column "
                                + location.getColumnNr());
    }

    /** Values say themselves what they accept. */
    private static String reason(ValueInstantiationException refused) {
        return refused.getCause() instanceof IllegalArgumentException cause
                ? Objects.requireNonNullElse(cause.getMessage(), "is not valid")
                : "is not valid";
    }

    private static String mismatch(MismatchedInputException refused) {
        return refused.getCurrentToken() == null || refused.getOriginalMessage().startsWith("Missing required")
                ? "is required"
                : Expectations.type(refused.getTargetType());
    }

    private static boolean isDuplicate(StreamReadException refused) {
        return refused.getOriginalMessage().startsWith("Duplicate Object property");
    }

    private static boolean isTrailing(MismatchedInputException refused) {
        return refused.getOriginalMessage().startsWith("Trailing token");
    }
}
