package io.fulfilment.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void takesTheNearestRank() {
        var hundred =
                LongStream.rangeClosed(1, 100).mapToObj(ms -> ms * 1_000_000).toList();

        assertThat(Percentiles.ofNanos(hundred)).isEqualTo(new Percentiles(100, 50, 99, 100));
    }

    @Test
    void oneValueIsEveryPercentile() {
        assertThat(Percentiles.ofNanos(List.of(7_000_000L))).isEqualTo(new Percentiles(1, 7, 7, 7));
    }

    @Test
    void nothingHasNoPercentile() {
        assertThat(Percentiles.ofNanos(List.of()).p50()).isNaN();
    }
}
