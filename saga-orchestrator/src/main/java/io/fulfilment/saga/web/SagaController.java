package io.fulfilment.saga.web;

import io.fulfilment.saga.engine.Status;
import io.fulfilment.saga.query.SagaSummary;
import io.fulfilment.saga.query.SagaView;
import io.fulfilment.saga.query.SagaViews;
import io.fulfilment.web.paging.Cursor;
import io.fulfilment.web.paging.Page;
import io.fulfilment.web.paging.PageQuery;
import io.fulfilment.web.problem.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows sagas to operators. */
@RestController
class SagaController {

    private final SagaViews sagas;

    SagaController(SagaViews sagas) {
        this.sagas = sagas;
    }

    @GetMapping("/sagas")
    Page<SagaSummary> list(
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable UUID orderId,
            PageQuery page) {
        var after = page.after();
        var filter = new SagaViews.Filter(status, type, orderId, after == null ? null : after.uuid(0));
        return Page.of(sagas.find(filter, page.limit()), page, saga -> Cursor.of(saga.sagaId()));
    }

    @GetMapping("/sagas/{sagaId}")
    SagaView show(@PathVariable UUID sagaId) {
        return sagas.find(sagaId).orElseThrow(() -> Problem.notFound().asException());
    }
}
