package io.fulfilment.console.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private static final Figures STOPPED = new Figures(Status.STOPPED, 100, 600, 0, 0, 0, null);
    private static final Figures FALLING = new Figures(Status.FALLING_BEHIND, 50, 5, 20, 10, 30, null);
    private static final Figures GAINING = new Figures(Status.GAINING, 200, 30, 10, 40, -90, 200 / 30.0);
    private static final Figures MOVING = new Figures(Status.MOVING, 20, 0, 10, 30, 0, 1.0);

    @Test
    void addsUp() {
        Figures sum = Figures.of(List.of(STOPPED, MOVING));

        assertThat(sum.lag()).isEqualTo(120);
        assertThat(sum.lagSeconds()).isEqualTo(600);
        assertThat(sum.inPerSecond()).isEqualTo(10);
        assertThat(sum.outPerSecond()).isEqualTo(30);
    }

    /** However fast the others read what has just come. */
    @Test
    void stopsWithAPartThatStands() {
        assertThat(Figures.of(List.of(STOPPED, MOVING)).status()).isEqualTo(Status.STOPPED);
        assertThat(drain(STOPPED, MOVING)).isNull();
    }

    @Test
    void isAsBadAsTheWorstWhereItDoesNotGain() {
        assertThat(Figures.of(List.of(FALLING, MOVING)).status()).isEqualTo(Status.FALLING_BEHIND);
        assertThat(Figures.of(List.of(STOPPED, FALLING)).status()).isEqualTo(Status.STOPPED);
        assertThat(drain(FALLING, MOVING)).isNull();
    }

    /** One after the other. */
    @Test
    void gainsWhileSomePartsWaitForTheirTurn() {
        assertThat(Figures.of(List.of(GAINING, STOPPED, MOVING)).status()).isEqualTo(Status.GAINING);
        assertThat(drain(GAINING, STOPPED, MOVING)).isEqualTo(300 / 30.0);
        assertThat(drain(GAINING, FALLING)).isEqualTo(250 / 20.0);
    }

    @Test
    void isDoneWhenItsLastPartIsWhereAllKeepUp() {
        assertThat(drain(MOVING, new Figures(Status.MOVING, 1, 0, 1, 1, 0, 3.0)))
                .isEqualTo(3.0);
    }

    @Test
    void hasNothingToDoWithoutParts() {
        assertThat(Figures.of(List.of()).drainSeconds()).isZero();
    }

    private static @Nullable Double drain(Figures... parts) {
        return Figures.of(List.of(parts)).drainSeconds();
    }
}
