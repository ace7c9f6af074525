package io.fulfilment.web.paging;

import io.fulfilment.web.problem.Fault;
import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@code pageSize} and {@code cursor}. */
class PageQueryResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == PageQuery.class;
    }

    @Override
    public PageQuery resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String size = request.getParameter(PageQuery.SIZE_PARAMETER);
        String cursor = request.getParameter(PageQuery.CURSOR_PARAMETER);
        return new PageQuery(
                size == null ? PageQuery.DEFAULT_SIZE : size(size), cursor == null ? null : Cursor.parse(cursor));
    }

    private static int size(String text) {
        try {
            int size = Integer.parseInt(text);
            if (size >= 1 && size <= PageQuery.LARGEST_SIZE) {
                return size;
            }
        } catch (NumberFormatException e) {
            throw outOfRange();
        }
        throw outOfRange();
    }

    private static ProblemException outOfRange() {
        return Problem.invalid(Fault.ofParameter(PageQuery.SIZE_PARAMETER, "must be 1 to " + PageQuery.LARGEST_SIZE))
                .asException();
    }
}
