package io.fulfilment.saga.web;

import io.fulfilment.saga.query.SagaView;
import io.fulfilment.web.problem.Fault;
import io.fulfilment.web.problem.Problem;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** A saga's version in headers: wherever one is shown, {@code ETag} has it. */
@ControllerAdvice
class SagaVersion implements ResponseBodyAdvice<SagaView> {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");
    private static final String ANY = "*";

    /**
     * What {@code If-Match} says; null if any version will do.
     *
     * @throws io.fulfilment.web.problem.ProblemException if it is no saga's ETag
     */
    static @Nullable Integer required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals(ANY)) {
            return null;
        }
        var tag = TAG.matcher(ifMatch);
        if (!tag.matches()) {
            throw Problem.invalid(Fault.ofHeader(HttpHeaders.IF_MATCH, "must be a saga's ETag, such as \"7\""))
                    .asException();
        }
        return Integer.valueOf(tag.group(1));
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return returned.getParameterType() == SagaView.class;
    }

    @Override
    public @Nullable SagaView beforeBodyWrite(
            @Nullable SagaView saga,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (saga != null) {
            response.getHeaders().setETag("\"" + saga.version() + "\"");
        }
        return saga;
    }
}
