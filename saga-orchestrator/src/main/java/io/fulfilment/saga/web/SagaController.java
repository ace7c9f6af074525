package io.fulfilment.saga.web;

import io.fulfilment.saga.query.SagaSummary;
import io.fulfilment.saga.query.SagaView;
import io.fulfilment.saga.query.SagaViews;
import io.fulfilment.web.paging.Cursor;
import io.fulfilment.web.paging.Page;
import io.fulfilment.web.paging.PageQuery;
import io.fulfilment.web.problem.Problem;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows sagas to operators. */
@RestController
class SagaController {

    private final SagaViews sagas;

    SagaController(SagaViews sagas) {
        this.sagas = sagas;
    }

    /** The newest first. */
    @GetMapping("/sagas")
    Page<SagaSummary> list(@ParameterObject @Valid @ModelAttribute SagaQuery query, PageQuery page) {
        var found = sagas.find(query.inParameters(), SagaQuery.position(page.after()), page.limit());
        return Page.of(found, page, saga -> Cursor.of(saga.startedAt(), saga.sagaId()));
    }

    @GetMapping("/sagas/{sagaId}")
    SagaView show(@PathVariable UUID sagaId) {
        return sagas.find(sagaId).orElseThrow(() -> Problem.notFound().asException());
    }
}
