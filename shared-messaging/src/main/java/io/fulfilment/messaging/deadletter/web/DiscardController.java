package io.fulfilment.messaging.deadletter.web;

import io.fulfilment.messaging.deadletter.Decision;
import io.fulfilment.messaging.deadletter.Discarding;
import io.fulfilment.messaging.deadletter.Extent;
import io.fulfilment.web.input.Texts;
import io.fulfilment.web.security.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets operators decide that dead letters have no effect. Answers how many it was about. */
@RestController
class DiscardController {

    private final Discarding discarding;

    DiscardController(Discarding discarding) {
        this.discarding = discarding;
    }

    /** @param reason in the operator's words */
    record OneRequest(
            @Pattern(regexp = Texts.REASON, message = Texts.REASON_EXPECTED)
            String reason) {}

    /**
     * @param reason in the operator's words; a dry run needs none
     * @param dryRun only tells how many it would be
     */
    record ManyRequest(
            @Valid FilterQuery filter,

            @Nullable @Pattern(regexp = Texts.REASON, message = Texts.REASON_EXPECTED)
            String reason,

            @Nullable Boolean dryRun) {}

    @PostMapping("/dead-letters/{id}/discard")
    Extent discard(@PathVariable long id, @Valid @RequestBody OneRequest request, Caller operator) {
        return Refusals.answering(() -> discarding.discard(id, new Decision(operator.subject(), request.reason())));
    }

    @PostMapping("/dead-letters/discards")
    Extent discard(@Valid @RequestBody ManyRequest request, Caller operator) {
        var filter = request.filter().inBody();
        return Boolean.TRUE.equals(request.dryRun())
                ? discarding.extent(filter)
                : discarding.discard(filter, ReasonGiven.required(request.reason(), operator));
    }
}
