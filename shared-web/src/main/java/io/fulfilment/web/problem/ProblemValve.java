package io.fulfilment.web.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/** Answers whatever ends as a bare status: what Tomcat refuses, and errors that were sent. Made by Tomcat, by its name. */
public final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var problem = Problem.of(HttpStatusCode.valueOf(response.getStatus()));
        try {
            problem.headers().forEach(response::setHeader);
            response.setContentType(ProblemWriter.CONTENT_TYPE);
            response.getOutputStream().write(ProblemWriter.bytes(problem, pathOf(request)));
            response.finishResponse();
        } catch (IOException e) {
            container.getLogger().debug("the client has gone", e);
        }
    }

    /** A request line that can't be read has no path. */
    private static String pathOf(Request request) {
        String path = request.getRequestURI();
        return path == null ? "" : path;
    }
}
