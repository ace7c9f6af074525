package io.fulfilment.console.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LagWindowTest {

    private final LagWindow window = new LagWindow(Duration.ofMillis(2500), Duration.ofSeconds(10));
    private final TickingClock clock = new TickingClock();

    @Test
    void movesWhenNothingIsUnread() {
        look(10, 10);
        look(15, 15);

        assertThat(figures()).isEqualTo(new Figures(Status.MOVING, 0, 0, 5, 5, 0, 0.0));
        assertThat(figures().trend()).isEqualTo(Trend.STEADY);
        assertThat(figures().drainSeconds()).isZero();
    }

    @Test
    void movesWhenEverythingOfTheWindowsBeginningHasBeenReadHoweverMuchHasComeSince() {
        look(0, 10);
        look(10, 30);
        look(20, 60);
        look(30, 90);

        assertThat(figures().status()).isEqualTo(Status.MOVING);
        assertThat(figures().trend()).isEqualTo(Trend.STEADY);
    }

    @Test
    void hasStoppedWhenThereWasSomethingToReadAllTheTimeAndNothingWasRead() {
        look(10, 11);
        look(10, 31);
        look(10, 51);
        assertThat(figures().status()).isEqualTo(Status.MOVING);

        look(10, 71);

        assertThat(figures().status()).isEqualTo(Status.STOPPED);
        assertThat(figures().lag()).isEqualTo(61);
        assertThat(figures().inPerSecond()).isEqualTo(20);
        assertThat(figures().outPerSecond()).isZero();
        assertThat(figures().trend()).isEqualTo(Trend.RISING);
        assertThat(figures().drainSeconds()).isNull();
    }

    @Test
    void hasStoppedEvenIfNothingComesAnyMore() {
        looks(4, 10, 11);

        assertThat(figures().status()).isEqualTo(Status.STOPPED);
        assertThat(figures().trend()).isEqualTo(Trend.STEADY);
    }

    @Test
    void hasNotStoppedAsLongAsWhatIsUnreadIsYoungerThanTheWindow() {
        look(10, 10);
        look(10, 11);
        look(10, 11);
        look(10, 11);
        assertThat(figures().status()).isEqualTo(Status.MOVING);

        look(10, 11);

        assertThat(figures().status()).isEqualTo(Status.STOPPED);
    }

    @Test
    void gainsWhenItReadsMoreThanComes() {
        look(0, 1000);
        look(50, 1020);
        look(100, 1040);
        look(150, 1060);

        assertThat(figures().status()).isEqualTo(Status.GAINING);
        assertThat(figures().trend()).isEqualTo(Trend.FALLING);
        assertThat(figures().drainSeconds()).isCloseTo(910 / 30.0, within(0.001));
    }

    @Test
    void fallsBehindWhenItReadsLessThanComes() {
        look(0, 1000);
        look(10, 1020);
        look(20, 1040);
        look(30, 1060);

        assertThat(figures().status()).isEqualTo(Status.FALLING_BEHIND);
        assertThat(figures().trend()).isEqualTo(Trend.RISING);
        assertThat(figures().drainSeconds()).isNull();
    }

    @Test
    void movesWhenItKeepsItsDistance() {
        look(0, 1000);
        look(10, 1010);
        look(20, 1020);
        look(30, 1030);

        assertThat(figures().status()).isEqualTo(Status.MOVING);
        assertThat(figures().trend()).isEqualTo(Trend.STEADY);
        assertThat(figures().drainSeconds()).isNull();
    }

    @Test
    void movesAgainWithTheFirstMessageThatIsReadAfterAStop() {
        looks(4, 10, 500);
        assertThat(figures().status()).isEqualTo(Status.STOPPED);

        look(60, 500);

        assertThat(figures().status()).isEqualTo(Status.GAINING);
    }

    @Test
    void beginsAnewWhenTheTopicWasMadeAnew() {
        looks(4, 100, 200);

        look(100, 5);

        assertThat(figures()).isEqualTo(new Figures(Status.MOVING, 0, 0, 0, 0, 0, 0.0));
        assertThat(window.unreadSince()).isNull();
    }

    @Test
    void beginsAnewWhenTheGroupWasSetBack() {
        looks(4, 200, 200);

        look(0, 200);

        assertThat(figures().status()).isEqualTo(Status.MOVING);
        assertThat(figures().lag()).isEqualTo(200);
        assertThat(figures().outPerSecond()).isZero();
        looks(3, 0, 200);
        assertThat(figures().status()).isEqualTo(Status.STOPPED);
    }

    @Test
    void beginsAnewWhenNobodyLookedForLong() {
        looks(4, 10, 20);
        clock.advance(Duration.ofSeconds(60));

        look(10, 20);

        assertThat(figures().status()).isEqualTo(Status.MOVING);
    }

    @Test
    void comparesWithTheYoungestLookFromBeforeTheWindow() {
        look(0, 10);
        clock.advance(Duration.ofSeconds(5));
        look(10, 100);
        clock.advance(Duration.ofSeconds(5));
        look(20, 100);

        assertThat(figures().status()).isEqualTo(Status.GAINING);
        assertThat(figures().outPerSecond()).isEqualTo(10 / 6.0);
    }

    @Test
    void beginsAnewAfterAnInterruption() {
        looks(4, 10, 20);
        window.interrupt();
        assertThat(figures().status()).isEqualTo(Status.STOPPED);

        look(10, 20);

        assertThat(figures().status()).isEqualTo(Status.MOVING);
        looks(3, 10, 20);
        assertThat(figures().status()).isEqualTo(Status.STOPPED);
    }

    @Test
    void isNeverNegativeWhereTheGroupIsBeyondTheEnd() {
        looks(4, 30, 20);

        assertThat(figures().lag()).isZero();
        assertThat(figures().lagSeconds()).isZero();
        assertThat(figures().status()).isEqualTo(Status.MOVING);
    }

    @Test
    void saysNothingOfRatesAfterTheFirstLook() {
        look(0, 1000);

        assertThat(figures().inPerSecond()).isZero();
        assertThat(figures().outPerSecond()).isZero();
        assertThat(figures().drainSeconds()).isNull();
    }

    @Test
    void isAsOldAsTheOldestUnreadMessageAndNeverOfTheFuture() {
        look(0, 1);

        assertThat(window.figures(clock.instant().minusMillis(1500)).lagSeconds())
                .isEqualTo(1.5);
        assertThat(window.figures(clock.instant().plusSeconds(3)).lagSeconds()).isZero();
    }

    @Test
    void knowsWhenTheEndWasFirstSeenBeyondWhatWasRead() {
        look(10, 10);
        assertThat(window.unreadSince()).isNull();
        look(10, 12);
        Instant first = clock.instant();
        assertThat(window.hasJustFallenBehind()).isTrue();
        looks(6, 10, 14);
        assertThat(window.unreadSince()).isEqualTo(first);
        assertThat(window.hasJustFallenBehind()).isFalse();

        look(12, 14);

        assertThat(window.unreadSince()).isAfter(first).isBefore(clock.instant());
    }

    @Test
    void doesNotTakeWhatWasUnreadAtItsFirstLookForNew() {
        look(0, 5);

        assertThat(window.hasJustFallenBehind()).isFalse();
    }

    private void looks(int times, long committed, long end) {
        for (int i = 0; i < times; i++) {
            look(committed, end);
        }
    }

    private void look(long committed, long end) {
        clock.advance(Duration.ofSeconds(1));
        window.add(new Sample(clock.now(), new Offsets(committed, end)));
    }

    private Figures figures() {
        return window.figures(null);
    }
}
