package io.fulfilment.saga.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.fulfilment.saga.diagram.Diagram;
import io.fulfilment.saga.query.SagaDescription;
import io.fulfilment.web.paging.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators which sagas there are, and how they go. */
@RestController
class DefinitionController {

    private final Descriptions descriptions;

    DefinitionController(Descriptions descriptions) {
        this.descriptions = descriptions;
    }

    /** @param version the newest of those that instances may still be at */
    record DefinitionSummary(String type, int version, List<Integer> versions, String purpose) {}

    /**
     * @param versions that instances may still be at, the newest first
     * @param diagram a flowchart of Mermaid
     */
    record DefinitionView(@JsonUnwrapped SagaDescription saga, List<Integer> versions, String diagram) {}

    /** All of them: there are few. */
    @GetMapping("/saga-definitions")
    Page<DefinitionSummary> list() {
        return new Page<>(descriptions.newest().map(this::summary).toList(), null);
    }

    @GetMapping("/saga-definitions/{type}")
    DefinitionView show(@PathVariable String type, @RequestParam(required = false) @Nullable Integer version) {
        var saga = descriptions.get(type, version);
        return new DefinitionView(
                saga, descriptions.versions(type), Diagram.of(saga).mermaid());
    }

    private DefinitionSummary summary(SagaDescription saga) {
        return new DefinitionSummary(saga.type(), saga.version(), descriptions.versions(saga.type()), saga.purpose());
    }
}
