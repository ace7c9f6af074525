package io.fulfilment.messaging.deadletter.web;

import io.fulfilment.messaging.deadletter.Decision;
import io.fulfilment.messaging.deadletter.Extent;
import io.fulfilment.messaging.deadletter.Redrive;
import io.fulfilment.messaging.deadletter.Redrives;
import io.fulfilment.messaging.deadletter.Redriving;
import io.fulfilment.web.input.Texts;
import io.fulfilment.web.paging.Cursor;
import io.fulfilment.web.paging.Page;
import io.fulfilment.web.paging.PageQuery;
import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.security.Caller;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lets operators have dead letters delivered again. Accepted means that it is decided; how it comes along can be asked. */
@RestController
class RedriveController {

    private static final String REDRIVES = "/dead-letters/redrives";
    private static final int DEFAULT_PACE = 50;

    private final Redriving redriving;
    private final Redrives redrives;

    RedriveController(Redriving redriving, Redrives redrives) {
        this.redriving = redriving;
        this.redrives = redrives;
    }

    /**
     * @param reason in the operator's words
     * @param whole also what stands behind it
     */
    record OneRequest(
            @Pattern(regexp = Texts.REASON, message = Texts.REASON_EXPECTED)
            String reason,

            @Nullable Boolean whole) {}

    /**
     * @param reason in the operator's words; a dry run needs none
     * @param perSecond keys; 50 if not said
     * @param dryRun only tells how much it would be
     */
    record ManyRequest(
            @Valid FilterQuery filter,

            @Nullable @Pattern(regexp = Texts.REASON, message = Texts.REASON_EXPECTED)
            String reason,

            @Nullable @Min(1) @Max(1000) Integer perSecond,
            @Nullable Boolean dryRun) {}

    @PostMapping("/dead-letters/{id}/redrive")
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Redrive.class)))
    ResponseEntity<Redrive> redrive(@PathVariable long id, @Valid @RequestBody OneRequest request, Caller operator) {
        var decision = new Decision(operator.subject(), request.reason());
        return accepted(
                Refusals.answering(() -> redriving.redrive(id, Boolean.TRUE.equals(request.whole()), decision)));
    }

    @PostMapping(REDRIVES)
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Extent.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Redrive.class)))
    ResponseEntity<?> redrive(@Valid @RequestBody ManyRequest request, Caller operator) {
        var filter = request.filter().inBody();
        if (Boolean.TRUE.equals(request.dryRun())) {
            return ResponseEntity.ok(redriving.extent(filter));
        }
        Integer pace = request.perSecond();
        return accepted(redriving.redrive(
                filter, pace == null ? DEFAULT_PACE : pace, ReasonGiven.required(request.reason(), operator)));
    }

    private static ResponseEntity<Redrive> accepted(Redrive redrive) {
        return ResponseEntity.accepted()
                .location(URI.create(REDRIVES + "/" + redrive.id()))
                .body(redrive);
    }

    /** The latest first. */
    @GetMapping(REDRIVES)
    Page<Redrive> list(PageQuery page) {
        return Page.of(redrives.list(Before.of(page), page.limit()), page, redrive -> Cursor.of(redrive.id()));
    }

    @GetMapping(REDRIVES + "/{redriveId}")
    Redrive show(@PathVariable long redriveId) {
        return redrives.find(redriveId).orElseThrow(() -> Problem.notFound().asException());
    }

    /** Parks again what still waits. */
    @DeleteMapping(REDRIVES + "/{redriveId}")
    Redrive stop(
            @PathVariable long redriveId,
            @RequestParam(required = false) @Nullable @Pattern(regexp = Texts.REASON, message = Texts.REASON_EXPECTED)
                    String reason,
            Caller operator) {
        return Refusals.answering(() -> redriving.stop(redriveId, new Decision(operator.subject(), reason)));
    }
}
