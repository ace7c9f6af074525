package io.fulfilment.console.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LagWatchTest {

    private static final GroupPartition ORDERS_0 = new GroupPartition("shop", "orders", 0);
    private static final GroupPartition ORDERS_1 = new GroupPartition("shop", "orders", 1);
    private static final GroupPartition BILLS_0 = new GroupPartition("office", "bills", 0);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final FakeGroups groups = new FakeGroups();
    private final TickingClock clock = new TickingClock();
    private final LagSettings settings =
            new LagSettings(SECOND, Duration.ofMillis(2500), Duration.ofSeconds(2), Duration.ofSeconds(10), 100);
    private final LagHistory history = new LagHistory(settings);
    private final LagWatch watch = new LagWatch(groups, clock, settings, history);

    @Test
    void addsPartitionsUpToTopicsAndTopicsToGroups() {
        groups.offsets.put(ORDERS_0, new Offsets(5, 10));
        groups.offsets.put(ORDERS_1, new Offsets(3, 10));
        look(1);

        GroupLag shop = watch.current().orElseThrow().groups().getFirst();

        assertThat(shop.group()).isEqualTo("shop");
        assertThat(shop.figures().lag()).isEqualTo(12);
        assertThat(shop.topics().getFirst().partitions())
                .extracting(
                        PartitionLag::partition,
                        partition -> partition.figures().lag())
                .containsExactly(tuple(0, 5L), tuple(1, 7L));
    }

    @Test
    void isAsBadAsTheWorstPartitionAndShowsTheWorstGroupFirst() {
        groups.offsets.put(BILLS_0, new Offsets(7, 7));
        groups.offsets.put(ORDERS_0, new Offsets(5, 10));
        groups.offsets.put(ORDERS_1, new Offsets(10, 10));
        look(4);

        assertThat(watch.current().orElseThrow().groups())
                .extracting(GroupLag::group, group -> group.figures().status())
                .containsExactly(tuple("shop", Status.STOPPED), tuple("office", Status.MOVING));
    }

    @Test
    void forgetsAGroupThatWasDeletedAndKnowsNothingOfItWhenItIsBack() {
        groups.offsets.put(ORDERS_0, new Offsets(5, 10));
        look(4);
        groups.offsets.clear();
        look(1);
        assertThat(watch.current().orElseThrow().groups()).isEmpty();

        groups.offsets.put(ORDERS_0, new Offsets(5, 10));
        look(1);

        assertThat(shop().status()).isEqualTo(Status.MOVING);
    }

    @Test
    void judgesANewPartitionByItself() {
        groups.offsets.put(ORDERS_0, new Offsets(10, 10));
        look(4);

        groups.offsets.put(ORDERS_1, new Offsets(0, 3));
        look(1);
        assertThat(shop()).isEqualTo(new Figures(Status.MOVING, 3, 0, 0, 0, 0, null));
        look(3);

        assertThat(shop().status()).isEqualTo(Status.STOPPED);
    }

    @Test
    void readsTheTimeOfAnUnreadMessageOnce() {
        groups.offsets.put(ORDERS_0, new Offsets(5, 10));
        groups.times.put(
                new Unread.Place("orders", 0, 5), Optional.of(clock.instant().minusSeconds(60)));

        look(5);

        assertThat(groups.asked).hasSize(1);
        assertThat(shop().lagSeconds()).isEqualTo(65);
    }

    @Test
    void readsNothingOfWhoIsBehindForLessThanALook() {
        groups.offsets.put(ORDERS_0, new Offsets(10, 10));
        look(1);
        groups.offsets.put(ORDERS_0, new Offsets(10, 12));
        look(1);
        groups.offsets.put(ORDERS_0, new Offsets(12, 14));
        look(1);

        assertThat(groups.asked).isEmpty();
        assertThat(shop().lag()).isEqualTo(2);
        assertThat(shop().lagSeconds()).isZero();
    }

    @Test
    void countsFromWhenItSawTheEndBeyondWhereNothingCanBeRead() {
        groups.offsets.put(ORDERS_0, new Offsets(5, 10));
        groups.times.put(new Unread.Place("orders", 0, 5), Optional.empty());
        look(4);
        assertThat(groups.asked).hasSize(1);
        assertThat(shop().lagSeconds()).isEqualTo(3);

        groups.offsets.put(ORDERS_0, new Offsets(5, 11));
        look(1);

        assertThat(groups.asked).hasSize(2);
        assertThat(shop().lagSeconds()).isEqualTo(4);
    }

    @Test
    void asksAgainForAMessageThatWasNotFoundInTime() {
        groups.offsets.put(ORDERS_0, new Offsets(5, 10));

        look(3);

        assertThat(groups.asked).hasSize(3);
        assertThat(shop().lagSeconds()).isEqualTo(2);
    }

    @Test
    void keepsWhatItSawWhileKafkaIsAwayUntilThatSaysNothingAnyMore() {
        groups.offsets.put(ORDERS_0, new Offsets(5, 10));
        look(1);
        var seenAt = clock.instant();
        groups.away = true;
        clock.advance(Duration.ofSeconds(10));
        assertThatExceptionOfType(KafkaAway.class).isThrownBy(watch::look);
        assertThat(watch.current())
                .hasValueSatisfying(report -> assertThat(report.observedAt()).isEqualTo(seenAt));

        clock.advance(SECOND);

        assertThat(watch.current()).isEmpty();
        assertThat(watch.latest()).isPresent();
        groups.away = false;
        look(1);
        assertThat(watch.current()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void judgesConsumersHoweverSlowItsLooksAre(int seconds) {
        groups.looking = () -> clock.advance(Duration.ofSeconds(seconds));
        groups.offsets.put(ORDERS_0, new Offsets(5, 10));
        groups.offsets.put(BILLS_0, new Offsets(0, 100));
        look(1);
        groups.offsets.put(BILLS_0, new Offsets(50, 100));
        look(1);

        assertThat(shop().status()).isEqualTo(Status.STOPPED);
        GroupLag office = watch.current().orElseThrow().group("office").orElseThrow();
        assertThat(office.figures().status()).isEqualTo(Status.GAINING);
        assertThat(office.figures().outPerSecond()).isEqualTo(50.0 / (1 + seconds));
    }

    @Test
    void beginsAnewAfterALookThatWasInVain() {
        groups.offsets.put(ORDERS_0, new Offsets(5, 10));
        look(4);
        groups.away = true;
        clock.advance(SECOND);
        assertThatExceptionOfType(KafkaAway.class).isThrownBy(watch::look);

        groups.away = false;
        look(3);
        assertThat(shop().status()).isEqualTo(Status.MOVING);
        look(1);

        assertThat(shop().status()).isEqualTo(Status.STOPPED);
    }

    @Test
    void keepsWhatDoesNotAnswerForAWhileAndThenBeginsAnew() {
        groups.offsets.put(ORDERS_0, new Offsets(5, 10));
        groups.offsets.put(ORDERS_1, new Offsets(10, 10));
        look(4);
        groups.offsets.remove(ORDERS_0);
        groups.whole = false;
        look(10);
        assertThat(shop().status()).isEqualTo(Status.STOPPED);
        assertThat(shop().lag()).isEqualTo(5);

        groups.offsets.put(ORDERS_0, new Offsets(5, 10));
        look(1);
        assertThat(shop().status()).isEqualTo(Status.MOVING);
        groups.offsets.remove(ORDERS_0);
        look(11);

        assertThat(shop().lag()).isZero();
    }

    @Test
    void seesAStopAgainWithinAWindowAfterTheClockWasSetBack() {
        groups.offsets.put(ORDERS_0, new Offsets(5, 10));
        look(4);
        clock.set(Duration.ofHours(-1));

        look(1);

        assertThat(shop().status()).isEqualTo(Status.STOPPED);
        assertThat(shop().lagSeconds()).isEqualTo(4);
        groups.offsets.put(ORDERS_0, new Offsets(10, 10));
        look(1);
        groups.offsets.put(ORDERS_0, new Offsets(10, 15));
        look(4);
        assertThat(shop().status()).isEqualTo(Status.STOPPED);
        assertThat(shop().lagSeconds()).isBetween(2.0, 4.0);
        look(3);
        assertThat(history.hoursOf("shop", clock.now()).times()).isSorted().hasSize(2);
        groups.away = true;
        clock.advance(Duration.ofSeconds(11));
        assertThat(watch.current()).isEmpty();
    }

    @Test
    void showsAnOutageAsAGap() {
        groups.offsets.put(ORDERS_0, new Offsets(5, 10));
        look(2);
        clock.advance(Duration.ofSeconds(60));
        look(2);

        assertThat(history.minutesOf("shop", clock.now()).topics().getFirst().lag())
                .isEqualTo(Arrays.<@Nullable Float>asList(5f, 5f, null, 5f, 5f));
        assertThat(history.hoursOf("shop", clock.now()).topics().getFirst().lag())
                .isEqualTo(Arrays.<@Nullable Float>asList(5f, null, 5f));
        assertThat(history.lagOf("shop", clock.now(), Duration.ofSeconds(70)))
                .extracting(Recent::lag)
                .containsExactly(5f, 5f, null, 5f, 5f);
    }

    @Test
    void knowsNothingBeforeItsFirstLook() {
        assertThat(watch.latest()).isEmpty();
    }

    @Test
    void remembersTheCourse() {
        groups.offsets.put(ORDERS_0, new Offsets(5, 10));
        look(1);
        groups.offsets.put(ORDERS_0, new Offsets(5, 12));
        look(1);

        assertThat(history.minutesOf("shop", clock.now()).times()).hasSize(2);
        assertThat(history.hoursOf("shop", clock.now()).times()).hasSize(1);
        assertThat(history.lagOf("shop", clock.now(), SECOND)).isEqualTo(List.of(new Recent(1, 5f), new Recent(0, 7f)));
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            clock.advance(SECOND);
            watch.look();
        }
    }

    private Figures shop() {
        return watch.current()
                .flatMap(report -> report.group("shop"))
                .orElseThrow()
                .figures();
    }
}
