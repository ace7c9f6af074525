package io.fulfilment.console.web;

import io.fulfilment.console.lag.GroupLag;
import io.fulfilment.console.lag.LagHistory;
import io.fulfilment.console.lag.LagReport;
import io.fulfilment.console.lag.LagSettings;
import io.fulfilment.console.lag.LagWatch;
import io.fulfilment.console.lag.Moment;
import io.fulfilment.console.lag.Moments;
import io.fulfilment.console.lag.PartitionLag;
import io.fulfilment.console.lag.Status;
import io.fulfilment.console.lag.TopicLag;
import io.fulfilment.console.web.LagView.Count;
import io.fulfilment.console.web.LagView.Row;
import io.fulfilment.console.web.LagView.TopicRow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes pages of what was seen. */
@Component
class LagViews {

    private static final Duration COURSE = Duration.ofMinutes(5);

    private final LagWatch watch;
    private final LagHistory history;
    private final Moments moments;
    private final LagSettings settings;

    LagViews(LagWatch watch, LagHistory history, Moments moments, LagSettings settings) {
        this.watch = watch;
        this.history = history;
        this.moments = moments;
        this.settings = settings;
    }

    LagView groups() {
        Moment now = moments.now();
        List<GroupLag> groups = watch.latest().map(LagReport::groups).orElse(List.of());
        return new LagView(
                freshness(),
                counts(groups),
                groups.stream().map(group -> row(group, now)).toList());
    }

    Optional<GroupLag> latest(String group) {
        return watch.latest().flatMap(report -> report.group(group));
    }

    GroupView group(GroupLag group) {
        return new GroupView(
                group.group(),
                freshness(),
                FiguresView.of(group.figures()),
                group.topics().stream().map(LagViews::topic).toList());
    }

    private @Nullable Freshness freshness() {
        return watch.latest()
                .map(report -> Freshness.of(report, moments.now(), settings.late()))
                .orElse(null);
    }

    /** The worst first. */
    private static List<Count> counts(List<GroupLag> groups) {
        return Arrays.stream(Status.values())
                .sorted((one, other) -> other.compareTo(one))
                .map(status -> count(status, groups))
                .filter(count -> count.groups() > 0)
                .toList();
    }

    private static Count count(Status status, List<GroupLag> groups) {
        long number = groups.stream()
                .filter(group -> group.figures().status() == status)
                .count();
        return new Count(status.words(), status.token(), FiguresView.shape(status), Math.toIntExact(number));
    }

    private Row row(GroupLag group, Moment now) {
        return new Row(
                group.group(),
                id(group.group()),
                FiguresView.of(group.figures()),
                Sparkline.of(history.lagOf(group.group(), now, COURSE), COURSE),
                group.topics().stream()
                        .map(topic -> new TopicRow(topic.topic(), FiguresView.of(topic.figures())))
                        .toList());
    }

    /** Names of groups may have any character. */
    private static String id(String group) {
        return "g-" + HexFormat.of().formatHex(group.getBytes(StandardCharsets.UTF_8));
    }

    private static GroupView.Topic topic(TopicLag topic) {
        return new GroupView.Topic(
                topic.topic(),
                FiguresView.of(topic.figures()),
                topic.partitions().stream().map(LagViews::partition).toList());
    }

    private static GroupView.Partition partition(PartitionLag partition) {
        return new GroupView.Partition(
                partition.partition(),
                Words.count(partition.committed()),
                Words.count(partition.end()),
                FiguresView.of(partition.figures()));
    }
}
