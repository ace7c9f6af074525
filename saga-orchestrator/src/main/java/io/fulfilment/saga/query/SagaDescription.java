package io.fulfilment.saga.query;

import io.fulfilment.saga.engine.FollowUp;
import io.fulfilment.saga.engine.SagaDefinition;
import io.fulfilment.saga.engine.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A saga as its definition has it, for people.
 *
 * @param purpose completes "it is there to"
 * @param steps forward, in their order
 * @param closing what follows when everything is undone
 * @param pivotWithin how long after its start a saga that has not begun its pivot is undone; null if it may take its time
 * @param followUp what follows on a cancelled one, once that has ended; null if it can't be cancelled
 */
public record SagaDescription(
        String type,
        int version,
        String purpose,
        List<StepDescription> steps,
        List<StepDescription> closing,
        @Nullable Duration pivotWithin,
        @Nullable Reference followUp) {

    /** A definition by its name. */
    public record Reference(String type, int version) {}

    public static <D> SagaDescription of(SagaDefinition<D> definition) {
        var undoing = definition.undoing();
        return new SagaDescription(
                definition.type(),
                definition.version(),
                definition.purpose(),
                steps(definition.stages()),
                steps(undoing.closing()),
                undoing.pivotWithin(),
                Optional.ofNullable(undoing.followUp())
                        .map(SagaDescription::reference)
                        .orElse(null));
    }

    private static Reference reference(FollowUp<?, ?> followUp) {
        return new Reference(followUp.next().type(), followUp.next().version());
    }

    private static <D> List<StepDescription> steps(List<Stage<D>> stages) {
        return IntStream.range(0, stages.size())
                .boxed()
                .flatMap(i -> stages.get(i).steps().stream().map(step -> StepDescription.of(step, i + 1)))
                .toList();
    }

    /** Every step: forward, undoing and closing ones. */
    public Stream<StepDescription> allSteps() {
        return Stream.concat(
                steps.stream().flatMap(step -> Stream.concat(Stream.of(step), Stream.ofNullable(step.compensation()))),
                closing.stream());
    }
}
