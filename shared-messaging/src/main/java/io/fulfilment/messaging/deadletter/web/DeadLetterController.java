package io.fulfilment.messaging.deadletter.web;

import io.fulfilment.messaging.deadletter.Act;
import io.fulfilment.messaging.deadletter.Acts;
import io.fulfilment.messaging.deadletter.DeadLetterGroup;
import io.fulfilment.messaging.deadletter.DeadLetterSummary;
import io.fulfilment.messaging.deadletter.DeadLetters;
import io.fulfilment.web.paging.Cursor;
import io.fulfilment.web.paging.Page;
import io.fulfilment.web.paging.PageQuery;
import io.fulfilment.web.problem.Problem;
import jakarta.validation.Valid;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators what is parked, and what was decided about it. */
@RestController
class DeadLetterController {

    private final DeadLetters letters;
    private final Acts acts;

    DeadLetterController(DeadLetters letters, Acts acts) {
        this.letters = letters;
        this.acts = acts;
    }

    /** The oldest first. */
    @GetMapping("/dead-letters")
    Page<DeadLetterSummary> list(@ParameterObject @Valid @ModelAttribute FilterQuery filter, PageQuery page) {
        var after = page.after();
        var found = letters.list(filter.inParameters(), after == null ? 0 : after.number(0), page.limit());
        return Page.of(found, page, letter -> Cursor.of(letter.id()));
    }

    /** As many as there are to look at: there is no next page. */
    @GetMapping("/dead-letters/groups")
    Page<DeadLetterGroup> groups() {
        return new Page<>(letters.groups(), null);
    }

    @GetMapping("/dead-letters/{id}")
    DeadLetterView show(@PathVariable long id) {
        return letters.find(id)
                .map(DeadLetterView::of)
                .orElseThrow(() -> Problem.notFound().asException());
    }

    /** The latest first. */
    @GetMapping("/dead-letters/acts")
    Page<Act> acts(PageQuery page) {
        return Page.of(acts.list(Before.of(page), page.limit()), page, act -> Cursor.of(act.id()));
    }
}
