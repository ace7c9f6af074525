package io.fulfilment.saga.query;

import io.fulfilment.events.TypeName;
import io.fulfilment.saga.engine.Exchange;
import io.fulfilment.saga.engine.RetryPolicy;
import io.fulfilment.saga.engine.Step;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A step as its definition has it, for people.
 *
 * @param stage steps of the same stage don't wait for each other; a compensation has that of its step
 * @param purpose what the participant is asked to do: completes "it is asked to"
 * @param command the message type
 * @param condition completes "only if"; null if the step is always taken
 * @param compensation what undoes it; null if nothing does
 */
public record StepDescription(
        String name,
        StepKind kind,
        int stage,
        String purpose,
        String command,
        String participant,
        List<Answer> replies,
        Retries retries,
        @Nullable String condition,
        @Nullable StepDescription compensation) {

    /** What an answer means to the saga. */
    public enum Meaning {
        SUCCESS,
        REFUSAL
    }

    /**
     * An answer to the command.
     *
     * @param type the message type
     * @param reason the code that a saga fails with because of a refusal; null if it makes no difference
     */
    public record Answer(
            String type, Meaning meaning, @Nullable String reason) {}

    /**
     * How often it is tried.
     *
     * @param first how long the first attempt waits for its answer; each next one twice as long
     * @param longest how long an attempt waits at most
     * @param endless whether it goes on being tried once it is parked
     * @param total how long it takes until it counts as unanswered, give or take a tenth
     */
    public record Retries(Duration first, Duration longest, int attempts, boolean endless, Duration total) {

        static Retries of(RetryPolicy policy) {
            return new Retries(policy.first(), policy.longest(), policy.attempts(), policy.endless(), policy.total());
        }
    }

    static <D> StepDescription of(Step<D> step, int stage) {
        var exchange = step.exchange();
        var asked = Asked.of(exchange.asking().type());
        return new StepDescription(
                step.name(),
                StepKind.of(step),
                stage,
                exchange.purpose(),
                TypeName.of(exchange.asking().type()).toString(),
                asked.participant(),
                answers(exchange),
                Retries.of(exchange.retries()),
                exchange.condition().isAlways() ? null : exchange.condition().text(),
                step instanceof Step.Compensatable<D> undoable ? of(undoable.compensation(), stage) : null);
    }

    private static <D> List<Answer> answers(Exchange<D, ?> exchange) {
        return exchange.meanings().entrySet().stream()
                .map(each -> answer(TypeName.of(each.getKey()).toString(), each))
                .sorted(Comparator.comparing(Answer::meaning).thenComparing(Answer::type))
                .toList();
    }

    private static <D> Answer answer(String type, Map.Entry<?, Exchange.Meaning<D>> answer) {
        return switch (answer.getValue()) {
            case Exchange.Meaning.Success<D> _ -> new Answer(type, Meaning.SUCCESS, null);
            case Exchange.Meaning.Refusal<D> refusal -> new Answer(type, Meaning.REFUSAL, refusal.reasonIfAny());
            case Exchange.Meaning.None<D> _ -> throw new IllegalStateException(type + " has no meaning");
        };
    }
}
