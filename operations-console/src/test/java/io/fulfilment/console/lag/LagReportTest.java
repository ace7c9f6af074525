package io.fulfilment.console.lag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LagReportTest {

    @Test
    void showsTheWorstFirstAndKeepsThePlacesOfThoseThatMove() {
        var report = LagReport.of(
                new Moment(Instant.EPOCH, 0),
                Map.of(
                        in("b-moving"), lag(Status.MOVING, 1, 0),
                        in("a-moving"), lag(Status.MOVING, 0, 0),
                        in("c-moving"), lag(Status.MOVING, 900, 1),
                        in("younger"), lag(Status.STOPPED, 9, 5),
                        in("older"), lag(Status.STOPPED, 1, 60),
                        in("gaining"), lag(Status.GAINING, 99, 99),
                        in("falling"), lag(Status.FALLING_BEHIND, 1, 1)));

        assertThat(report.groups())
                .extracting(GroupLag::group)
                .containsExactly("older", "younger", "falling", "gaining", "a-moving", "b-moving", "c-moving");
    }

    private static GroupPartition in(String group) {
        return new GroupPartition(group, "orders", 0);
    }

    private static PartitionLag lag(Status status, long lag, double seconds) {
        return new PartitionLag(0, 0, lag, new Figures(status, lag, seconds, 0, 0, 0, null));
    }
}
