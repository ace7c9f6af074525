package io.fulfilment.web.paging;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.fulfilment.web.problem.Fault;
import io.fulfilment.web.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses query parameters that an operation doesn't know, so that a misspelt filter isn't taken for none. */
class QueryParameterGuard implements HandlerInterceptor {

    private final Map<HandlerMethod, Set<Known>> known = new ConcurrentHashMap<>();

    /** @param repeatable whether it may stand there several times */
    private record Known(String name, boolean repeatable) {

        static Known of(String name, Class<?> type) {
            return new Known(name, Collection.class.isAssignableFrom(type));
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() == null || !(handler instanceof HandlerMethod method) || !isOurs(method)) {
            return true;
        }
        var parameters = known.computeIfAbsent(method, QueryParameterGuard::parametersOf);
        var faults = faults(request.getParameterMap(), parameters);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).asException();
        }
        return true;
    }

    private static List<Fault> faults(Map<String, String[]> given, Set<Known> known) {
        return given.entrySet().stream()
                .map(parameter -> fault(parameter.getKey(), parameter.getValue(), known))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Fault fault(String name, String[] values, Set<Known> known) {
        boolean once = known.contains(new Known(name, false));
        if (!once && !known.contains(new Known(name, true))) {
            return Fault.ofParameter(name, "is not a known parameter");
        }
        if (once && values.length > 1) {
            return Fault.ofParameter(name, "stands there twice");
        }
        boolean hasNul = Arrays.stream(values).anyMatch(value -> value.indexOf('\0') >= 0);
        return hasNul ? Fault.ofParameter(name, "has a NUL character") : null;
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("io.fulfilment.");
    }

    private static Set<Known> parametersOf(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .flatMap(QueryParameterGuard::parametersOf)
                .collect(toUnmodifiableSet());
    }

    private static Stream<Known> parametersOf(MethodParameter parameter) {
        var type = parameter.getParameterType();
        if (type == PageQuery.class) {
            return Stream.of(new Known(PageQuery.SIZE_PARAMETER, false), new Known(PageQuery.CURSOR_PARAMETER, false));
        }
        if (parameter.hasParameterAnnotation(ModelAttribute.class) && type.isRecord()) {
            return Arrays.stream(type.getRecordComponents())
                    .map(component -> Known.of(component.getName(), component.getType()));
        }
        var annotation = parameter.getParameterAnnotation(RequestParam.class);
        return annotation == null ? Stream.empty() : Stream.of(Known.of(nameOf(annotation, parameter), type));
    }

    private static String nameOf(RequestParam annotation, MethodParameter parameter) {
        return Stream.of(annotation.name(), annotation.value())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(parameter.getParameter().getName()));
    }
}
