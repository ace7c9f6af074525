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

    @Test
    void keepsTheLastLooksAlone() {
        var ring = new Ring(3, Duration.ZERO, 10);
        for (int i = 1; i <= 5; i++) {
            ring.add(report(i, topic("orders", i)));
        }

        assertThat(ring.of("shop").times()).isEqualTo(List.of(at(3), at(4), at(5)));
        assertThat(lag(ring, "orders")).isEqualTo(List.of(3f, 4f, 5f));
        assertThat(ring.lag("shop", 2)).isEqualTo(List.of(4f, 5f));
        assertThat(ring.lag("shop", 9)).isEqualTo(List.of(3f, 4f, 5f));
    }

    @Test
    void keepsTheHighestOfAStep() {
        var ring = new Ring(3, Duration.ofSeconds(10), 10);
        ring.add(report(0, topic("orders", 4)));
        ring.add(report(9, topic("orders", 9)));
        ring.add(report(9.9, topic("orders", 1)));
        ring.add(report(10, topic("orders", 2)));

        assertThat(ring.of("shop").times()).isEqualTo(List.of(at(0), at(10)));
        assertThat(lag(ring, "orders")).isEqualTo(List.of(9f, 2f));
    }

    @Test
    void hasGapsWhereATopicWasNotThere() {
        var ring = new Ring(3, Duration.ZERO, 10);
        ring.add(report(1, topic("orders", 1)));
        ring.add(report(2, topic("bills", 2)));

        assertThat(lag(ring, "orders")).isEqualTo(Arrays.<@Nullable Float>asList(1f, null));
        assertThat(lag(ring, "bills")).isEqualTo(Arrays.<@Nullable Float>asList(null, 2f));
        assertThat(ring.lag("shop", 2)).isEqualTo(List.of(1f, 2f));
    }

    @Test
    void keepsNoMoreTopicsThanItMayAndForgetsThoseThatAreGone() {
        var ring = new Ring(2, Duration.ZERO, 1);
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
        var ring = new Ring(2, Duration.ZERO, 1);

        assertThat(ring.of("shop")).isEqualTo(new Course(List.of(), List.of()));
    }

    private static List<String> topics(Ring ring) {
        return ring.of("shop").topics().stream().map(Course.OfTopic::topic).toList();
    }

    private static List<@Nullable Float> lag(Ring ring, String topic) {
        return ring.of("shop").topics().stream()
                .filter(course -> course.topic().equals(topic))
                .findFirst()
                .orElseThrow()
                .lag();
    }

    private static LagReport report(double second, TopicLag topic) {
        return new LagReport(at(second), List.of(GroupLag.of("shop", List.of(topic))));
    }

    private static TopicLag topic(String name, long lag) {
        return new TopicLag(name, new Figures(Status.MOVING, lag, 0, 0, 0, 0), List.of());
    }

    private static Instant at(double second) {
        return BEGIN.plusMillis(Math.round(second * 1000));
    }
}
