package io.fulfilment.console.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RingTest {

    private static final Instant BEGIN = Instant.parse("2026-05-01T12:00:00Z");
    private static final Duration GAP = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void keepsTheLastLooksAlone() {
        var ring = new Ring(3, Duration.ZERO, GAP, 10);
        for (int i = 1; i <= 5; i++) {
            ring.add(report(i, topic("orders", i)));
        }

        assertThat(course(ring).times()).isEqualTo(List.of(at(3), at(4), at(5)));
        assertThat(lag(ring, "orders")).isEqualTo(List.of(3f, 4f, 5f));
        assertThat(ring.lag("shop", moment(5.5), Duration.ofSeconds(2)))
                .isEqualTo(List.of(new Recent(1.5, 4f), new Recent(0.5, 5f)));
    }

    @Test
    void keepsTheHighestOfAStep() {
        var ring = new Ring(3, Duration.ofSeconds(10), GAP, 10);
        ring.add(report(0, topic("orders", 4)));
        ring.add(report(9, topic("orders", 9)));
        ring.add(report(9.9, topic("orders", 1)));
        ring.add(report(10, topic("orders", 2)));

        assertThat(course(ring).times()).isEqualTo(List.of(at(0), at(10)));
        assertThat(lag(ring, "orders")).isEqualTo(List.of(9f, 2f));
    }

    @Test
    void hasGapsWhereATopicWasNotThere() {
        var ring = new Ring(3, Duration.ZERO, GAP, 10);
        ring.add(report(1, topic("orders", 1)));
        ring.add(report(2, topic("bills", 2)));

        assertThat(lag(ring, "orders")).isEqualTo(Arrays.<@Nullable Float>asList(1f, null));
        assertThat(lag(ring, "bills")).isEqualTo(Arrays.<@Nullable Float>asList(null, 2f));
        assertThat(ring.lag("shop", moment(2), LONG)).extracting(Recent::lag).containsExactly(1f, 2f);
    }

    @Test
    void keepsNoMoreTopicsThanItMayAndForgetsThoseThatAreGone() {
        var ring = new Ring(2, Duration.ZERO, GAP, 1);
        ring.add(report(1, topic("orders", 1)));
        ring.add(report(2, topic("bills", 2)));
        assertThat(topics(ring)).containsExactly("orders");
        for (int i = 3; i <= 6; i++) {
            ring.add(report(i, topic("bills", i)));
        }

        assertThat(topics(ring)).containsExactly("bills");
        assertThat(lag(ring, "bills")).isEqualTo(List.of(5f, 6f));
    }

    @Test
    void knowsNothingOfAGroupThatIsNotThere() {
        var ring = new Ring(2, Duration.ZERO, GAP, 1);

        assertThat(course(ring)).isEqualTo(new Course(List.of(), List.of()));
    }

    @Test
    void leavesACellBlankWhereNobodyLookedForLongAndForgetsWhatIsTooLongAgo() {
        var ring = new Ring(4, Duration.ofSeconds(10), GAP, 10);
        ring.add(report(0, topic("orders", 4)));
        ring.add(report(9, topic("orders", 5)));
        ring.add(report(21, topic("orders", 6)));

        assertThat(lag(ring, "orders")).isEqualTo(Arrays.<@Nullable Float>asList(5f, null, 6f));
        assertThat(course(ring).times()).isEqualTo(List.of(at(0), at(19), at(21)));
        assertThat(ring.lag("shop", moment(21), LONG)).extracting(Recent::lag).containsExactly(5f, null, 6f);
        assertThat(ring.of("shop", moment(30), Duration.ofSeconds(10)).times()).isEqualTo(List.of(at(21)));
    }

    @Test
    void goesOnWhenTheClockWasSetBack() {
        var ring = new Ring(3, Duration.ZERO, GAP, 10);
        ring.add(report(1, topic("orders", 1)));
        Moment later = moment(2);
        ring.add(new LagReport(new Moment(later.at().minusSeconds(3600), later.nanos()), List.of()));

        assertThat(course(ring).times()).isEqualTo(List.of(at(1 - 3600), at(2 - 3600)));
    }

    private static Course course(Ring ring) {
        return ring.of("shop", moment(30), LONG);
    }

    private static List<String> topics(Ring ring) {
        return course(ring).topics().stream().map(Course.OfTopic::topic).toList();
    }

    private static List<@Nullable Float> lag(Ring ring, String topic) {
        return course(ring).topics().stream()
                .filter(course -> course.topic().equals(topic))
                .findFirst()
                .orElseThrow()
                .lag();
    }

    private static LagReport report(double second, TopicLag topic) {
        return new LagReport(moment(second), List.of(GroupLag.of("shop", List.of(topic))));
    }

    private static TopicLag topic(String name, long lag) {
        return new TopicLag(name, new Figures(Status.MOVING, lag, 0, 0, 0, 0, null), List.of());
    }

    private static Moment moment(double second) {
        return new Moment(at(second), Math.round(second * 1_000_000_000));
    }

    private static Instant at(double second) {
        return BEGIN.plusMillis(Math.round(second * 1000));
    }
}
