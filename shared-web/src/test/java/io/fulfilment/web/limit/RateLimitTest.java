package io.fulfilment.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final RateLimit limit = new RateLimit(10, nanos::get);

    @Test
    void aSecondsWorthMayComeAtOnce() {
        assertThat(accepted("a", 25)).isEqualTo(10);
        assertThat(accepted("b", 25)).isEqualTo(10);
    }

    @Test
    void theWaitIsHowLongTheNextRequestTakesToBeEarned() {
        accepted("a", 10);
        assertThat(limit.take("a")).isEqualTo(Duration.ofMillis(100));
        nanos.addAndGet(Duration.ofMillis(100).toNanos());
        assertThat(limit.take("a")).isZero();
        assertThat(limit.take("a")).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void theRateIsSustained() {
        accepted("a", 10);
        long later = IntStream.range(0, 1_000)
                .map(_ -> {
                    nanos.addAndGet(Duration.ofMillis(10).toNanos());
                    return accepted("a", 1);
                })
                .sum();
        assertThat(later).isEqualTo(100);
    }

    @Test
    void whoHasNotAskedForASecondIsForgotten() {
        IntStream.range(0, 10_000).forEach(number -> limit.take("subject-" + number));
        assertThat(limit.subjects()).isEqualTo(10_000);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        limit.take("late");
        assertThat(limit.subjects()).isEqualTo(1);
    }

    @Test
    void forgettingWaitsForItsTurn() {
        whoHasNotAskedForASecondIsForgotten();
        IntStream.range(0, 10_000).forEach(number -> limit.take("subject-" + number));
        nanos.addAndGet(Duration.ofMillis(999).toNanos());
        limit.take("late");
        assertThat(limit.subjects()).isEqualTo(10_001);
    }

    private int accepted(String subject, int requests) {
        return (int) IntStream.range(0, requests)
                .filter(_ -> limit.take(subject).isZero())
                .count();
    }
}
