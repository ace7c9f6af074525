package io.fulfilment.web.problem;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.BindException;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Where bean validation and parameter binding found fault, in the client's terms. */
final class InvalidInput {

    private InvalidInput() {}

    static Problem of(BindException thrown) {
        boolean inBody = thrown instanceof MethodArgumentNotValidException e && isBody(e.getParameter());
        return Problem.invalid(faults(thrown, inBody).toList());
    }

    static Problem of(HandlerMethodValidationException thrown) {
        return Problem.invalid(thrown.getParameterValidationResults().stream()
                .flatMap(InvalidInput::faults)
                .toList());
    }

    /** What can't be the id of anything isn't found; anything else is a fault of the request. */
    static Problem of(MethodArgumentTypeMismatchException thrown) {
        return thrown.getParameter().hasParameterAnnotation(PathVariable.class)
                ? Problem.notFound()
                : Problem.invalid(fault(thrown.getParameter(), thrown.getName(), "is not valid"));
    }

    private static Stream<Fault> faults(ParameterValidationResult result) {
        var parameter = result.getMethodParameter();
        return result instanceof ParameterErrors errors
                ? faults(errors, isBody(parameter))
                : result.getResolvableErrors().stream()
                        .map(error -> fault(parameter, nameOf(parameter), message(error)));
    }

    private static Stream<Fault> faults(Errors errors, boolean inBody) {
        return errors.getAllErrors().stream().map(error -> inBody ? inBody(error) : inParameters(error));
    }

    private static Fault inBody(ObjectError error) {
        return Fault.at(error instanceof FieldError field ? pointer(field.getField()) : "", message(error));
    }

    private static Fault inParameters(ObjectError error) {
        return error instanceof FieldError field
                ? Fault.ofParameter(field.getField(), field.isBindingFailure() ? "is not valid" : message(error))
                : Fault.ofParameter(error.getObjectName(), message(error));
    }

    private static Fault fault(MethodParameter parameter, String name, String detail) {
        return parameter.hasParameterAnnotation(RequestHeader.class)
                ? Fault.ofHeader(name, detail)
                : Fault.ofParameter(name, detail);
    }

    /** {@code lines[0].quantity} as {@code /lines/0/quantity}. */
    static String pointer(String field) {
        return "/" + field.replace("].", "/").replace('[', '/').replace("]", "").replace('.', '/');
    }

    private static boolean isBody(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class);
    }

    private static String nameOf(MethodParameter parameter) {
        var header = parameter.getParameterAnnotation(RequestHeader.class);
        return Stream.of(header == null ? List.<String>of() : List.of(header.value(), header.name()))
                .flatMap(List::stream)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(Objects.requireNonNullElse(parameter.getParameterName(), "unknown"));
    }

    private static String message(MessageSourceResolvable error) {
        return Objects.requireNonNullElse(error.getDefaultMessage(), "is not valid");
    }
}
