package io.fulfilment.saga.web;

import io.fulfilment.saga.application.ActingOnMany;
import io.fulfilment.saga.application.ActingOnMany.Extent;
import io.fulfilment.saga.application.SagaFilter;
import io.fulfilment.saga.engine.OperatorAct;
import io.fulfilment.saga.engine.SagaInput.OperatorActed;
import io.fulfilment.saga.query.SagaAct;
import io.fulfilment.saga.query.SagaActViews;
import io.fulfilment.web.input.Texts;
import io.fulfilment.web.paging.Cursor;
import io.fulfilment.web.paging.Page;
import io.fulfilment.web.paging.PageQuery;
import io.fulfilment.web.problem.Fault;
import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.security.Caller;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets operators act on many sagas at once. Accepted means that it is decided; how it comes along can be asked. */
@RestController
class SagaActController {

    private static final String ACTS = "/saga-acts";

    private final ActingOnMany acting;
    private final SagaActViews acts;

    SagaActController(ActingOnMany acting, SagaActViews acts) {
        this.acting = acting;
        this.acts = acts;
    }

    /**
     * @param reason in the operator's words; it goes into each saga's log with her name. A dry run needs none
     * @param dryRun only tells how much it would be
     * @param expected how many sagas match at most; a dry run needs none
     */
    record Request(
            OperatorAct act,
            @Valid SagaQuery filter,

            @Nullable @Pattern(regexp = Texts.REASON, message = Texts.REASON_EXPECTED)
            String reason,

            @Nullable Boolean dryRun,
            @Nullable @Min(0) Integer expected) {}

    /** @param reason in the operator's words */
    record StopRequest(
            @Nullable @Pattern(regexp = Texts.REASON, message = Texts.REASON_EXPECTED)
            String reason) {}

    @PostMapping(ACTS)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Extent.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = SagaAct.class)))
    @ApiResponse(
            responseCode = "409",
            description = "More sagas match than were expected",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    ResponseEntity<?> act(@Valid @RequestBody Request request, Caller operator) {
        var filter = request.filter().inBody();
        return Boolean.TRUE.equals(request.dryRun())
                ? ResponseEntity.ok(acting.extent(request.act(), filter))
                : begin(request, filter, operator);
    }

    private ResponseEntity<SagaAct> begin(Request request, SagaFilter filter, Caller operator) {
        var acted = new OperatorActed(request.act(), operator.subject(), required(request.reason(), "/reason"));
        int expected = required(request.expected(), "/expected");
        long id = acting.begin(acted, filter, expected)
                .orElseThrow(() -> SagaConflict.of("More than " + expected + " sagas match now"));
        return ResponseEntity.accepted().location(URI.create(ACTS + "/" + id)).body(show(id));
    }

    /** The latest first. */
    @GetMapping(ACTS)
    Page<SagaAct> list(PageQuery page) {
        var after = page.after();
        long before = after == null ? Long.MAX_VALUE : after.number(0);
        return Page.of(acts.list(before, page.limit()), page, act -> Cursor.of(act.id()));
    }

    @GetMapping(ACTS + "/{actId}")
    SagaAct show(@PathVariable long actId) {
        return acts.find(actId).orElseThrow(() -> Problem.notFound().asException());
    }

    /** Leaves alone the sagas whose turn has not come. */
    @PostMapping(ACTS + "/{actId}/stop")
    SagaAct stop(
            @PathVariable long actId,
            @Valid @RequestBody(required = false) @Nullable StopRequest request,
            Caller operator) {
        acting.stop(actId, operator.subject(), request == null ? null : request.reason());
        return show(actId);
    }

    private static <T> T required(@Nullable T given, String pointer) {
        if (given == null) {
            throw Problem.invalid(Fault.at(pointer, "is required")).asException();
        }
        return given;
    }
}
