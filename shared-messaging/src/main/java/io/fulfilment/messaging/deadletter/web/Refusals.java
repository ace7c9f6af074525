package io.fulfilment.messaging.deadletter.web;

import io.fulfilment.messaging.deadletter.DeadLetterRefused;
import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.problem.ProblemType;
import java.util.function.Supplier;

/** What stands against an act, in the client's terms. */
final class Refusals {

    static final ProblemType NOT_NOW =
            new ProblemType("dead-letter-conflict", 409, "The dead letter does not allow this as it stands");

    private Refusals() {}

    static <T> T answering(Supplier<T> act) {
        try {
            return act.get();
        } catch (DeadLetterRefused e) {
            throw problem(e).asException();
        }
    }

    private static Problem problem(DeadLetterRefused refused) {
        return switch (refused) {
            case DeadLetterRefused.Gone it -> Problem.notFound();
            case DeadLetterRefused.NotNow it -> Problem.of(NOT_NOW, it.explanation());
        };
    }
}
