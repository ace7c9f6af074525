package io.fulfilment.messaging.deadletter.web;

import io.fulfilment.messaging.deadletter.Decision;
import io.fulfilment.messaging.deadletter.RehearsalReport;
import io.fulfilment.messaging.deadletter.Rehearsals;
import io.fulfilment.web.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells operators what a redrive would do now, without doing it. */
@RestController
class RehearsalController {

    private static final int DEFAULT_MOST = 100;

    private final Rehearsals rehearsals;

    RehearsalController(Rehearsals rehearsals) {
        this.rehearsals = rehearsals;
    }

    /** @param most keys; 100 if not said */
    record ManyRequest(
            @Valid FilterQuery filter,
            @Nullable @Min(1) @Max(1000) Integer most) {}

    @PostMapping("/dead-letters/{id}/rehearsal")
    RehearsalReport rehearse(@PathVariable long id, Caller operator) {
        return Refusals.answering(() -> rehearsals.rehearse(id, withoutReason(operator)));
    }

    @PostMapping("/dead-letters/rehearsals")
    RehearsalReport rehearse(@Valid @RequestBody ManyRequest request, Caller operator) {
        Integer most = request.most();
        return rehearsals.rehearse(
                request.filter().inBody(), most == null ? DEFAULT_MOST : most, withoutReason(operator));
    }

    private static Decision withoutReason(Caller operator) {
        return new Decision(operator.subject(), null);
    }
}
