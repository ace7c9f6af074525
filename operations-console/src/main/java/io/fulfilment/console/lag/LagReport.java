package io.fulfilment.console.lag;

import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All groups as of one look, the worst first. */
public record LagReport(Moment observed, List<GroupLag> groups) {

    static LagReport of(Moment observed, Map<GroupPartition, PartitionLag> partitions) {
        Map<String, Map<String, List<PartitionLag>>> byGroup = partitions.entrySet().stream()
                .collect(groupingBy(
                        entry -> entry.getKey().group(),
                        groupingBy(
                                entry -> entry.getKey().topic(),
                                TreeMap::new,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
        return new LagReport(
                observed,
                byGroup.entrySet().stream()
                        .map(group -> GroupLag.of(group.getKey(), topics(group.getValue())))
                        .sorted(GroupLag.WORST_FIRST)
                        .toList());
    }

    private static List<TopicLag> topics(Map<String, List<PartitionLag>> partitions) {
        return partitions.entrySet().stream()
                .map(topic -> TopicLag.of(
                        topic.getKey(),
                        topic.getValue().stream()
                                .sorted(Comparator.comparingInt(PartitionLag::partition))
                                .toList()))
                .toList();
    }

    public Optional<GroupLag> group(String name) {
        return groups.stream().filter(group -> group.group().equals(name)).findFirst();
    }

    public Instant observedAt() {
        return observed.at();
    }

    public Duration ageAt(Moment now) {
        return now.since(observed);
    }
}
