package io.fulfilment.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request with a problem, in controllers and filters alike. */
public final class ProblemWriter {

    static final String CONTENT_TYPE = "application/problem+json";

    private static final JsonMapper JSON = JsonMapper.shared();

    private ProblemWriter() {}

    /**
     * Replaces whatever the response has so far. An answer that is already on its way stays as it is.
     *
     * @throws IOException if the client can't be reached
     */
    public static void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        byte[] body = bytes(problem, request.getRequestURI());
        response.resetBuffer();
        response.setStatus(problem.type().status());
        problem.headers().forEach(response::setHeader);
        response.setContentType(CONTENT_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static byte[] bytes(Problem problem, String path) {
        return JSON.writeValueAsBytes(ProblemBody.of(problem, path));
    }
}
