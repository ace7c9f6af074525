package io.fulfilment.saga.web;

import io.fulfilment.saga.application.OperatingSagas;
import io.fulfilment.saga.engine.OperatorAct;
import io.fulfilment.saga.query.SagaView;
import io.fulfilment.saga.query.SagaViews;
import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.problem.ProblemException;
import io.fulfilment.web.problem.ProblemType;
import io.fulfilment.web.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets operators act on sagas. Accepted means that it is decided; the participants have yet to answer. */
@RestController
class OperatorController {

    private static final ProblemType NOT_NOW =
            new ProblemType("saga-conflict", 409, "The saga does not allow this as it stands");

    private final OperatingSagas operating;
    private final SagaViews sagas;

    OperatorController(OperatingSagas operating, SagaViews sagas) {
        this.operating = operating;
        this.sagas = sagas;
    }

    /** @param reason in the operator's words; it goes into the saga's log with her name */
    record Request(
            @Pattern(
                    regexp = "(?s)(?=.*[^\\p{javaWhitespace}])[^\\p{Cc}]{1,500}",
                    message = "must have 1 to 500 characters, not only blanks and no control characters")
            String reason) {}

    @PostMapping("/sagas/{sagaId}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SagaView retry(@PathVariable UUID sagaId, @Valid @RequestBody Request request, Caller operator) {
        return act(sagaId, OperatorAct.RETRY, request, operator);
    }

    @PostMapping("/sagas/{sagaId}/compensate")
    @ResponseStatus(HttpStatus.ACCEPTED)
    SagaView compensate(@PathVariable UUID sagaId, @Valid @RequestBody Request request, Caller operator) {
        return act(sagaId, OperatorAct.COMPENSATE, request, operator);
    }

    private SagaView act(UUID sagaId, OperatorAct act, Request request, Caller operator) {
        return switch (operating.act(sagaId, act, operator.subject(), request.reason())) {
            case DONE -> find(sagaId);
            case NO_SUCH_SAGA -> throw Problem.notFound().asException();
            case NOT_NOW -> throw conflict(find(sagaId));
        };
    }

    private SagaView find(UUID sagaId) {
        return sagas.find(sagaId).orElseThrow(() -> Problem.notFound().asException());
    }

    private static ProblemException conflict(SagaView saga) {
        var choices = saga.acts().isEmpty() ? "nothing" : saga.acts().toString();
        return Problem.of(NOT_NOW, "The saga is " + saga.status() + "; it allows " + choices)
                .asException();
    }
}
