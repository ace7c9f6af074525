package io.fulfilment.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/** A problem on the wire. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ProblemBody(String type, String title, int status, String detail, String instance, List<Fault> errors) {

    static ProblemBody of(Problem problem, String path) {
        var type = problem.type();
        return new ProblemBody(type.uri(), type.title(), type.status(), problem.detail(), path, problem.faults());
    }
}
