package io.fulfilment.saga.query;

import io.fulfilment.saga.engine.Step;

/** What kind of step it is. */
public enum StepKind {
    COMPENSATABLE("a compensatable step", "if it is refused, or nobody answers, the whole saga is undone"),
    COMPENSATION("a compensation", "it undoes what was done; there is no other way out, so it has to succeed"),
    PIVOT("the pivot", "if it is refused, the saga is undone; once it is done, there is no way back"),
    RETRIABLE("a retriable step", "there is no way back any more, so it has to succeed"),
    /** Retriable, but it may be given up. */
    EXPENDABLE("an expendable step", "if it can't be done, the saga goes on without it");

    private final String noun;
    private final String meaning;

    StepKind(String noun, String meaning) {
        this.noun = noun;
        this.meaning = meaning;
    }

    /** With its article. */
    public String noun() {
        return noun;
    }

    /** What follows from it, as a sentence. */
    public String meaning() {
        return meaning;
    }

    static StepKind of(Step<?> step) {
        return switch (step) {
            case Step.Compensatable<?> _ -> COMPENSATABLE;
            case Step.Compensation<?> _ -> COMPENSATION;
            case Step.Pivot<?> _ -> PIVOT;
            case Step.Retriable<?> _ -> RETRIABLE;
            case Step.Expendable<?> _ -> EXPENDABLE;
        };
    }
}
