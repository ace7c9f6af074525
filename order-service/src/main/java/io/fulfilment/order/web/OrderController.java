package io.fulfilment.order.web;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.order.query.OrderView;
import io.fulfilment.web.security.Caller;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** One order. Somebody else's is as good as none. */
@RestController
class OrderController {

    private static final Pattern VERSION = Pattern.compile("\\d{1,18}");

    private final OrderAnswers answers;
    private final StatusStream stream;

    OrderController(OrderAnswers answers, StatusStream stream) {
        this.answers = answers;
        this.stream = stream;
    }

    /** At once; or, with {@code Prefer: wait=SECONDS} (RFC 7240, at most 30), as soon as the status is final. */
    @GetMapping(path = "/orders/{orderId}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OrderView> order(
            Caller caller,
            @PathVariable OrderId orderId,
            @RequestHeader(name = "Prefer", required = false) @Nullable List<String> prefer) {
        return answers.complete(ResponseEntity.ok(), caller, orderId, prefer);
    }

    /** Its changes of status as server-sent events, those after {@code Last-Event-ID} first, until it is final. */
    @GetMapping(path = "/orders/{orderId}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void stream(
            Caller caller,
            @PathVariable OrderId orderId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpMethod method,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        var order = answers.visible(caller, orderId);
        long told = Math.min(versionOf(lastEventId), order.version());
        if (order.status().isFinal() && told == order.version()) {
            // Tells browsers, which would come back for ever, that there is nothing more to come.
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (method != HttpMethod.HEAD) {
            stream.write(orderId, told, response.getOutputStream());
        }
    }

    /** An id that is none of ours says nothing: the client gets everything. One that is yet to come is taken as the last. */
    private static long versionOf(@Nullable String lastEventId) {
        return lastEventId != null && VERSION.matcher(lastEventId).matches() ? Long.parseLong(lastEventId) : 0;
    }
}
