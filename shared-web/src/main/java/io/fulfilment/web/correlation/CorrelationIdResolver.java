package io.fulfilment.web.correlation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Makes a request's id when it is first asked for. */
class CorrelationIdResolver implements HandlerMethodArgumentResolver {

    private static final String ATTRIBUTE = CorrelationId.class.getName();

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CorrelationId.class;
    }

    @Override
    public CorrelationId resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof CorrelationId known) {
            return known;
        }
        var made = new CorrelationId(UUID.randomUUID());
        request.setAttribute(ATTRIBUTE, made, RequestAttributes.SCOPE_REQUEST);
        return made;
    }
}
