package io.fulfilment.console.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final Figures STOPPED = figures(Status.STOPPED, null);
    private static final Figures SLOW = figures(Status.GAINING, 60.0);
    private static final Figures QUICK = figures(Status.GAINING, 6.0);
    private static final Figures MOVING = figures(Status.MOVING, null);

    @Test
    void isDoneWhenItsLastPartIs() {
        assertThat(drain(SLOW, QUICK)).isEqualTo(60.0);
        assertThat(drain(QUICK, SLOW)).isEqualTo(60.0);
    }

    @Test
    void seesNoEndWhereOnePartSeesNone() {
        assertThat(drain(QUICK, STOPPED)).isNull();
        assertThat(drain(STOPPED, MOVING)).isNull();
        assertThat(drain(figures(Status.MOVING, 0.0), STOPPED)).isNull();
        assertThat(drain(MOVING, figures(Status.MOVING, 0.0))).isNull();
    }

    @Test
    void doesNotWaitForPartsThatKeepUp() {
        assertThat(drain(MOVING, QUICK, MOVING, SLOW)).isEqualTo(60.0);
        assertThat(drain(SLOW, MOVING)).isEqualTo(60.0);
    }

    @Test
    void hasNothingToDoWithoutParts() {
        assertThat(Figures.of(List.of()).drainSeconds()).isZero();
    }

    private static @Nullable Double drain(Figures... parts) {
        return Figures.of(List.of(parts)).drainSeconds();
    }

    private static Figures figures(Status status, @Nullable Double drain) {
        return new Figures(status, 10, 1, 1, 2, 0, drain);
    }
}
