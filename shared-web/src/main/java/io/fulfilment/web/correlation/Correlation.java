package io.fulfilment.web.correlation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.slf4j.MDC;

/** The conversation that a request belongs to; a controller takes it as a parameter if that is not one of its own. */
public final class Correlation {

    public static final String HEADER = "X-Correlation-Id";

    static final String LOG_FIELD = "correlationId";
    private static final String ATTRIBUTE = Correlation.class.getName();

    private final HttpServletResponse response;
    private UUID id;

    private Correlation(HttpServletResponse response, UUID id) {
        this.response = response;
        this.id = id;
        tell();
    }

    /** The request's, which begins a conversation of its own when it is first asked for. */
    static Correlation of(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(ATTRIBUTE) instanceof Correlation known) {
            return known;
        }
        var begun = new Correlation(response, UUID.randomUUID());
        request.setAttribute(ATTRIBUTE, begun);
        return begun;
    }

    UUID id() {
        return id;
    }

    /** It is about what another request began, or what has an id of its own from now on. */
    public void continues(UUID conversation) {
        id = conversation;
        tell();
    }

    private void tell() {
        response.setHeader(HEADER, id.toString());
        MDC.put(LOG_FIELD, id.toString());
    }
}
