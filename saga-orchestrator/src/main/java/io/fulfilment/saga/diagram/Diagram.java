package io.fulfilment.saga.diagram;

import io.fulfilment.saga.query.SagaDescription;
import io.fulfilment.saga.query.SagaView;

/** A saga as a picture: its definition, or one run of it, in which it is marked what became of each step. */
public final class Diagram {

    private final SagaDescription saga;
    private final Marks marks;

    private Diagram(SagaDescription saga, Marks marks) {
        this.saga = saga;
        this.marks = marks;
    }

    public static Diagram of(SagaDescription saga) {
        return new Diagram(saga, Marks.NONE);
    }

    /** @param run of the type and version that is described */
    public static Diagram of(SagaDescription saga, SagaView run) {
        return new Diagram(saga, Marks.of(run));
    }

    /** A flowchart of <a href="https://mermaid.js.org">Mermaid</a>. */
    public String mermaid() {
        return new MermaidDiagram(saga, marks).toString();
    }

    /** A document of SVG 1.1 that needs nothing from elsewhere. */
    public String svg() {
        return new SvgDiagram(saga, marks, new Layout(saga, marks)).toString();
    }
}
