package io.fulfilment.saga.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.saga.engine.LogEntry.Kind;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What holds of every transition of every saga. */
public final class TransitionRules {

    private static final Set<Kind> CHANGELESS = Set.of(Kind.INPUT_IGNORED, Kind.REPLY_IGNORED);

    private TransitionRules() {}

    public static <D> void check(
            SagaDefinition<D> definition, SagaInstance<D> before, SagaInput input, Transition<D> transition) {
        checkTimer(definition, transition.instance());
        checkLog(before, input, transition);
        checkOpenSteps(transition.instance());
        checkPublished(before, transition);
    }

    private static <D> void checkTimer(SagaDefinition<D> definition, SagaInstance<D> saga) {
        if (saga.status() == Status.RUNNING || saga.status() == Status.COMPENSATING) {
            assertThat(saga.deadline()).as("a timer is armed").isNotNull();
        }
        if (saga.isOver()) {
            assertThat(saga.deadline()).as("no timer is armed").isNull();
        }
        saga.openRuns()
                .filter(run -> !run.isParked()
                        || definition.step(run.step()).exchange().retries().endless())
                .forEach(run -> assertThat(saga.deadline())
                        .as("the timer")
                        .isBeforeOrEqualTo(Objects.requireNonNull(run.due(), "a step that nobody looks at")));
    }

    private static void checkLog(SagaInstance<?> before, SagaInput input, Transition<?> transition) {
        var log = all(Effect.Log.class, transition).map(Effect.Log::entry).toList();
        assertThat(log).as("log").isNotEmpty();
        if (log.stream().map(LogEntry::kind).anyMatch(CHANGELESS::contains)) {
            assertThat(transition.instance())
                    .as("an instance that nothing changes")
                    .isEqualTo(before);
            assertThat(transition.effects()).hasSize(1);
        } else if (before.isOver()) {
            assertThat(input)
                    .as("what still changes a saga that is over")
                    .satisfiesAnyOf(
                            it -> assertThat(it).isInstanceOf(SagaInput.CancellationRequested.class),
                            it -> assertThat(it).isInstanceOf(SagaInput.OutOfBalance.class),
                            it -> assertThat(it).isInstanceOf(SagaInput.OperatorActed.class));
        }
        assertThat(log.stream().filter(line -> line.kind() == Kind.COMMAND_SENT).map(LogEntry::messageId))
                .as("commands in the log")
                .containsExactlyElementsOf(all(Effect.SendCommand.class, transition)
                        .map(Effect.SendCommand::id)
                        .toList());
    }

    private static void checkOpenSteps(SagaInstance<?> saga) {
        long open = saga.openRuns().count();
        if (saga.isOver()) {
            assertThat(open).as("open steps").isZero();
        } else {
            assertThat(open).as("open steps").isBetween(1L, 2L);
            assertThat(saga.openRuns().anyMatch(Run::isParked))
                    .as("a parked saga has a parked step")
                    .isEqualTo(saga.status() == Status.PARKED);
        }
    }

    private static void checkPublished(SagaInstance<?> before, Transition<?> transition) {
        var milestones = all(Effect.Publish.class, transition)
                .<Class<?>>map(published -> published.milestone().getClass())
                .toList();
        var after = transition.instance();
        boolean ends = after.isOver() && !before.isOver();
        assertThat(milestones.contains(Milestone.Completed.class)).isEqualTo(ends && after.failure() == null);
        assertThat(milestones.contains(Milestone.Compensated.class)).isEqualTo(ends && after.failure() != null);
        if (before.status() != Status.PARKED && after.status() == Status.PARKED) {
            assertThat(milestones).contains(Milestone.Parked.class);
        }
        if (before.status() == Status.PARKED && after.status() != Status.PARKED) {
            assertThat(milestones).contains(Milestone.Resumed.class);
        }
        if (milestones.contains(Milestone.Resumed.class)) {
            assertThat(before.status()).isEqualTo(Status.PARKED);
            var onwards = milestones.subList(0, milestones.indexOf(Milestone.Resumed.class));
            assertThat(onwards)
                    .as("said before it goes on")
                    .doesNotContain(Milestone.Completed.class, Milestone.Compensated.class);
        }
    }

    private static <E extends Effect> Stream<E> all(Class<E> kind, Transition<?> transition) {
        return transition.effects().stream().filter(kind::isInstance).map(kind::cast);
    }
}
