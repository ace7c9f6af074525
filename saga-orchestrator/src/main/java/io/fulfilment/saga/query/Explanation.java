package io.fulfilment.saga.query;

import io.fulfilment.saga.engine.LogEntry.Kind;
import io.fulfilment.saga.engine.Run;
import io.fulfilment.saga.engine.SagaDefinition;
import io.fulfilment.saga.engine.SagaEngine;
import io.fulfilment.saga.engine.SagaInstance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a saga stands, for somebody who has never seen its definition. Has no personal data: operators' words stay in the log. */
final class Explanation<D> {

    private final SagaDefinition<D> definition;
    private final SagaInstance<D> saga;
    private final LogLines log;

    private Explanation(SagaDefinition<D> definition, SagaInstance<D> saga, LogLines log) {
        this.definition = definition;
        this.saga = saga;
        this.log = log;
    }

    /** One sentence each. */
    static <D> List<String> of(SagaDefinition<D> definition, SagaInstance<D> saga, LogLines log) {
        var explanation = new Explanation<>(definition, saga, log);
        return Stream.of(explanation.purpose(), explanation.standing(), explanation.cancelled())
                .flatMap(List::stream)
                .toList();
    }

    private List<String> purpose() {
        return List.of("This saga, " + definition.type() + " version " + definition.version() + ", is there to "
                + definition.purpose() + ".");
    }

    private List<String> standing() {
        return saga.isOver() ? new Ending<>(definition, saga, log).sentences() : underWay();
    }

    private List<String> underWay() {
        var sentences = new ArrayList<String>();
        if (saga.failure() != null) {
            sentences.add("It is being undone" + log.when(Kind.COMPENSATION_STARTED, "since") + ": "
                    + new Why<>(saga).words() + ".");
        }
        saga.openRuns()
                .sorted(Comparator.comparing(Run::isParked).reversed())
                .flatMap(run -> new OpenStep(definition.step(run.step()), run, log).sentences().stream())
                .forEach(sentences::add);
        var ahead = Ahead.of(definition, saga);
        sentences.add(ahead.isEmpty() ? "After that it is at its end." : "Next: " + ahead + ".");
        SagaEngine.limit(definition, saga)
                .flatMap(limit -> definition.pivot().map(pivot -> undoneUnless(pivot.name(), Words.of(limit))))
                .ifPresent(sentences::add);
        return sentences;
    }

    private static String undoneUnless(String pivot, String limit) {
        return "If it has not come to " + pivot + " by " + limit + ", it tries nothing again and is undone.";
    }

    private List<String> cancelled() {
        var followUp = definition.undoing().followUp();
        if (followUp == null || !saga.course().cancelled()) {
            return List.of();
        }
        var next = followUp.next().type();
        return List.of("Its cancellation was requested" + log.when(Kind.CANCELLATION_REQUESTED, "at") + "; "
                + (saga.isOver()
                        ? next + " followed on it" + log.when(Kind.FOLLOWED, "at") + "."
                        : "when it has ended, " + next + " follows on it."));
    }
}
