package io.fulfilment.console.metrics;

import io.fulfilment.console.lag.Figures;
import io.fulfilment.console.lag.LagReport;
import io.fulfilment.console.lag.Status;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** One series for each partition of each group, as long as there is something to say about it. */
@Component
class LagMetrics {

    private final MultiGauge lag;
    private final MultiGauge lagSeconds;
    private final MultiGauge stopped;
    private volatile Map<Tags, Figures> partitions = Map.of();
    private volatile Map<Tags, Figures> topics = Map.of();

    LagMetrics(MeterRegistry registry) {
        lag = MultiGauge.builder("kafka.consumer.group.lag")
                .description("Messages that a group hasn't read")
                .register(registry);
        lagSeconds = MultiGauge.builder("kafka.consumer.group.lag.seconds")
                .description("Age of the oldest message that a group hasn't read")
                .register(registry);
        stopped = MultiGauge.builder("kafka.consumer.group.stopped")
                .description("1 if a group reads nothing although there is something to read")
                .register(registry);
    }

    /** Series are made anew where there are others, and else only change. */
    void show(Optional<LagReport> report) {
        Set<Tags> before = partitions.keySet();
        Map<Tags, Figures> ofPartitions = new HashMap<>();
        Map<Tags, Figures> ofTopics = new HashMap<>();
        report.ifPresent(seen -> collect(seen, ofPartitions, ofTopics));
        partitions = ofPartitions;
        topics = ofTopics;
        if (!before.equals(ofPartitions.keySet())) {
            lag.register(rows(ofPartitions.keySet(), tags -> figures(tags).lag()));
            lagSeconds.register(
                    rows(ofPartitions.keySet(), tags -> figures(tags).lagSeconds()));
            stopped.register(rows(ofTopics.keySet(), this::isStopped));
        }
    }

    private static void collect(LagReport report, Map<Tags, Figures> ofPartitions, Map<Tags, Figures> ofTopics) {
        for (var group : report.groups()) {
            for (var topic : group.topics()) {
                Tags tags = Tags.of("group", group.group(), "topic", topic.topic());
                ofTopics.put(tags, topic.figures());
                topic.partitions()
                        .forEach(partition -> ofPartitions.put(
                                tags.and("partition", Integer.toString(partition.partition())), partition.figures()));
            }
        }
    }

    private static Iterable<MultiGauge.Row<?>> rows(Set<Tags> series, ToDoubleFunction<Tags> value) {
        return series.stream()
                .<MultiGauge.Row<?>>map(tags -> MultiGauge.Row.of(tags, tags, value))
                .toList();
    }

    /** A series that goes at this moment is at nothing. */
    private Figures figures(Tags tags) {
        return partitions.getOrDefault(tags, Figures.NOTHING);
    }

    private double isStopped(Tags tags) {
        return topics.getOrDefault(tags, Figures.NOTHING).status() == Status.STOPPED ? 1 : 0;
    }
}
