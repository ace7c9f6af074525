package io.fulfilment.web.paging;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.fulfilment.web.problem.Fault;
import io.fulfilment.web.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
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

    private final Map<HandlerMethod, Set<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() == null || !(handler instanceof HandlerMethod method) || !isOurs(method)) {
            return true;
        }
        var names = known.computeIfAbsent(method, QueryParameterGuard::namesOf);
        var faults = faults(request.getParameterMap(), names);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).asException();
        }
        return true;
    }

    private static List<Fault> faults(Map<String, String[]> given, Set<String> names) {
        return given.entrySet().stream()
                .map(parameter -> fault(parameter.getKey(), parameter.getValue(), names))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable Fault fault(String name, String[] values, Set<String> names) {
        if (!names.contains(name)) {
            return Fault.ofParameter(name, "is not a known parameter");
        }
        if (values.length > 1) {
            return Fault.ofParameter(name, "stands there twice");
        }
        return values[0].indexOf('\0') >= 0 ? Fault.ofParameter(name, "has a NUL character") : null;
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("io.fulfilment.");
    }

    private static Set<String> namesOf(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .flatMap(QueryParameterGuard::namesOf)
                .collect(toUnmodifiableSet());
    }

    private static Stream<String> namesOf(MethodParameter parameter) {
        var type = parameter.getParameterType();
        if (type == PageQuery.class) {
            return Stream.of(PageQuery.SIZE_PARAMETER, PageQuery.CURSOR_PARAMETER);
        }
        if (parameter.hasParameterAnnotation(ModelAttribute.class) && type.isRecord()) {
            return Arrays.stream(type.getRecordComponents()).map(component -> component.getName());
        }
        var annotation = parameter.getParameterAnnotation(RequestParam.class);
        return annotation == null ? Stream.empty() : Stream.of(nameOf(annotation, parameter));
    }

    private static String nameOf(RequestParam annotation, MethodParameter parameter) {
        return Stream.of(annotation.name(), annotation.value())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(parameter.getParameter().getName()));
    }
}
