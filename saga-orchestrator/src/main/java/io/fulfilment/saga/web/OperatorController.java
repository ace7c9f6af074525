package io.fulfilment.saga.web;

import io.fulfilment.saga.application.OperatingSagas;
import io.fulfilment.saga.engine.OperatorAct;
import io.fulfilment.saga.engine.SagaInput.OperatorActed;
import io.fulfilment.saga.query.SagaView;
import io.fulfilment.saga.query.SagaViews;
import io.fulfilment.web.correlation.Correlation;
import io.fulfilment.web.input.Texts;
import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Lets operators act on sagas. Accepted means that it is decided; the participants have yet to answer. With {@code If-Match},
 * only on the version of the saga that the operator has seen.
 */
@RestController
class OperatorController {

    private final OperatingSagas operating;
    private final SagaViews sagas;

    OperatorController(OperatingSagas operating, SagaViews sagas) {
        this.operating = operating;
        this.sagas = sagas;
    }

    /** @param reason in the operator's words; it goes into the saga's log with her name */
    record Request(
            @Pattern(regexp = Texts.REASON, message = Texts.REASON_EXPECTED)
            String reason) {}

    @PostMapping("/sagas/{sagaId}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @MayConflict
    SagaView retry(
            @PathVariable UUID sagaId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Request request,
            Caller operator,
            Correlation correlation) {
        return act(correlation, sagaId, acted(OperatorAct.RETRY, request, operator), SagaVersion.required(ifMatch));
    }

    @PostMapping("/sagas/{sagaId}/compensate")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @MayConflict
    SagaView compensate(
            @PathVariable UUID sagaId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Request request,
            Caller operator,
            Correlation correlation) {
        return act(
                correlation, sagaId, acted(OperatorAct.COMPENSATE, request, operator), SagaVersion.required(ifMatch));
    }

    @PostMapping("/sagas/{sagaId}/resume")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @MayConflict
    SagaView resume(
            @PathVariable UUID sagaId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Request request,
            Caller operator,
            Correlation correlation) {
        return act(correlation, sagaId, acted(OperatorAct.RESUME, request, operator), SagaVersion.required(ifMatch));
    }

    private static OperatorActed acted(OperatorAct act, Request request, Caller operator) {
        return new OperatorActed(act, operator.subject(), request.reason());
    }

    private SagaView act(Correlation correlation, UUID sagaId, OperatorActed acted, @Nullable Integer version) {
        correlation.continues(find(sagaId).orderId());
        return switch (operating.act(sagaId, acted, version)) {
            case DONE -> find(sagaId);
            case NO_SUCH_SAGA -> throw Problem.notFound().asException();
            case NOT_NOW -> throw SagaConflict.notNow(find(sagaId));
            case MOVED_ON -> throw SagaConflict.movedOn(Objects.requireNonNull(version), find(sagaId));
        };
    }

    private SagaView find(UUID sagaId) {
        return sagas.find(sagaId).orElseThrow(() -> Problem.notFound().asException());
    }
}
