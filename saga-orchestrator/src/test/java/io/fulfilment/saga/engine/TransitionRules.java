package io.fulfilment.saga.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.saga.engine.LogEntry.Kind;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What holds of every transition of every saga. */
public final class TransitionRules {

    private static final Set<Kind> CHANGELESS = Set.of(Kind.INPUT_IGNORED, Kind.REPLY_IGNORED);

    private TransitionRules() {}

    public static <D> void check(SagaInstance<D> before, Transition<D> transition) {
        var after = transition.instance();
        assertThat(after.deadline() != null)
                .as("a timer is armed")
                .isEqualTo(after.status().hasTimer());
        assertThat(after.deadline()).as("the timer").isEqualTo(timerAfter(before.deadline(), transition));
        var log = transition.effects().stream()
                .filter(Effect.Log.class::isInstance)
                .map(Effect.Log.class::cast)
                .map(line -> line.entry().kind())
                .toList();
        assertThat(log).as("log").isNotEmpty();
        if (before.status().isFinal() || log.stream().anyMatch(CHANGELESS::contains)) {
            assertThat(after).as("an instance that nothing changes").isEqualTo(before);
            assertThat(transition.effects()).hasSize(1);
        }
        assertThat(after.runs().stream().filter(Run::isOpen).count())
                .as("open steps")
                .isEqualTo(after.status().isFinal() ? 0 : 1);
    }

    private static @Nullable Instant timerAfter(@Nullable Instant before, Transition<?> transition) {
        Instant timer = before;
        for (Effect effect : transition.effects()) {
            timer = switch (effect) {
                case Effect.ArmTimer(var at) -> at;
                case Effect.DisarmTimer _ -> null;
                case Effect.Log _, Effect.Publish _, Effect.SendCommand _ -> timer;
            };
        }
        return timer;
    }
}
