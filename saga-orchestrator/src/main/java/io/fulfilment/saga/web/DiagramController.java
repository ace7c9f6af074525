package io.fulfilment.saga.web;

import io.fulfilment.saga.diagram.Diagram;
import io.fulfilment.saga.query.SagaViews;
import io.fulfilment.web.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Draws sagas for operators, in the form that they ask for: SVG, unless they would rather have Mermaid. */
@RestController
class DiagramController {

    private static final String SVG = "image/svg+xml";
    private static final String MERMAID = "text/vnd.mermaid;charset=UTF-8";

    private final Descriptions descriptions;
    private final SagaViews sagas;

    DiagramController(Descriptions descriptions, SagaViews sagas) {
        this.descriptions = descriptions;
        this.sagas = sagas;
    }

    @GetMapping(path = "/saga-definitions/{type}/diagram", produces = SVG)
    byte[] definitionAsSvg(@PathVariable String type, @RequestParam(required = false) @Nullable Integer version) {
        return utf8(Diagram.of(descriptions.get(type, version)).svg());
    }

    @GetMapping(path = "/saga-definitions/{type}/diagram", produces = MERMAID)
    byte[] definitionAsMermaid(@PathVariable String type, @RequestParam(required = false) @Nullable Integer version) {
        return utf8(Diagram.of(descriptions.get(type, version)).mermaid());
    }

    @GetMapping(path = "/sagas/{sagaId}/diagram", produces = SVG)
    byte[] sagaAsSvg(@PathVariable UUID sagaId) {
        return utf8(marked(sagaId).svg());
    }

    @GetMapping(path = "/sagas/{sagaId}/diagram", produces = MERMAID)
    byte[] sagaAsMermaid(@PathVariable UUID sagaId) {
        return utf8(marked(sagaId).mermaid());
    }

    private Diagram marked(UUID sagaId) {
        var saga = sagas.find(sagaId).orElseThrow(() -> Problem.notFound().asException());
        return Diagram.of(descriptions.get(saga.type(), saga.definitionVersion()), saga);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
