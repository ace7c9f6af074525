package io.fulfilment.saga.diagram;

import io.fulfilment.saga.query.SagaView;
import io.fulfilment.saga.query.StepView;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What became of the steps of an instance.
 *
 * @param status of the instance; empty where there is none
 */
record Marks(String status, Map<String, Mark> steps) {

    static final Marks NONE = new Marks("", Map.of());

    static Marks of(SagaView run) {
        var steps = new HashMap<String, Mark>();
        run.steps().forEach(step -> steps.put(step.name(), Mark.of(step)));
        return new Marks(run.status().name(), steps);
    }

    Optional<Mark> of(String step) {
        return Optional.ofNullable(steps.get(step));
    }

    /**
     * What is written on a step.
     *
     * @param style the name of its class in the style sheet
     */
    record Mark(Style style, String text) {

        static Mark of(StepView step) {
            return switch (step.status()) {
                case PENDING -> new Mark(Style.TO_COME, "to come");
                case SKIPPED -> new Mark(Style.LEFT_OUT, "\u2013 left out");
                case RUNNING -> new Mark(Style.NOW, "\u25B6 waits for an answer" + attempt(step.attempts()));
                case PARKED -> new Mark(Style.PARKED, "\u25A0 parked" + attempt(step.attempts()));
                case SUCCEEDED -> new Mark(Style.DONE, "\u2713 done");
                case SETTLED -> new Mark(Style.DONE, "\u2713 settled by an operator");
                case REFUSED -> new Mark(Style.FAILED, "\u2717 refused");
                case UNANSWERED -> new Mark(Style.FAILED, "\u2717 not answered");
                case ABANDONED -> new Mark(Style.FAILED, "\u2717 not waited for");
                case GIVEN_UP -> new Mark(Style.FAILED, "\u2717 given up");
                case COMPENSATING -> new Mark(Style.UNDONE, "\u21B6 is being undone");
                case COMPENSATED -> new Mark(Style.UNDONE, "\u21B6 undone");
            };
        }

        private static String attempt(int attempts) {
            return attempts > 1 ? ", attempt " + attempts : "";
        }
    }

    /** How a mark looks. */
    enum Style {
        TO_COME,
        LEFT_OUT,
        NOW,
        PARKED,
        DONE,
        FAILED,
        UNDONE;

        /** Whether it is where the saga stands. */
        boolean isCurrent() {
            return this == NOW || this == PARKED;
        }

        /** The name of its class in a style sheet. */
        String css() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
