package io.fulfilment.console.lag;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks again and again, and knows what the last look saw. */
public final class LagWatch {

    private final ConsumerGroups groups;
    private final Clock clock;
    private final LagSettings settings;
    private final LagHistory history;
    private final OldestUnread oldest;
    private final Map<GroupPartition, LagWindow> windows = new HashMap<>();
    private volatile @Nullable LagReport latest;

    public LagWatch(ConsumerGroups groups, Clock clock, LagSettings settings, LagHistory history) {
        this.groups = groups;
        this.clock = clock;
        this.settings = settings;
        this.history = history;
        this.oldest = new OldestUnread(groups);
    }

    /** @throws KafkaAway if there was nothing to see; what was seen before stays, and gets old */
    public synchronized void look() {
        Instant at = clock.instant();
        Map<GroupPartition, Offsets> offsets = groups.offsets();
        windows.keySet().retainAll(offsets.keySet());
        offsets.forEach((partition, seen) -> windows.computeIfAbsent(partition, _ -> new LagWindow(settings.window()))
                .add(new Sample(at, seen)));
        oldest.lookAt(behindForLonger());
        LagReport report = LagReport.of(at, partitions());
        history.add(report);
        latest = report;
    }

    private Collection<Unread> behindForLonger() {
        return windows.entrySet().stream()
                .filter(entry -> entry.getValue().offsets().lag() > 0
                        && !entry.getValue().hasJustFallenBehind())
                .map(entry -> Unread.of(entry.getKey(), entry.getValue().offsets()))
                .collect(Collectors.toSet());
    }

    private Map<GroupPartition, PartitionLag> partitions() {
        Map<GroupPartition, PartitionLag> partitions = new HashMap<>();
        windows.forEach((partition, window) -> partitions.put(partition, lagOf(partition, window)));
        return partitions;
    }

    private PartitionLag lagOf(GroupPartition partition, LagWindow window) {
        Offsets offsets = window.offsets();
        Instant sent = oldest.timeOf(Unread.of(partition, offsets));
        return new PartitionLag(
                partition.partition(),
                offsets.committed(),
                offsets.end(),
                window.figures(sent == null ? window.unreadSince() : sent));
    }

    /** What the last look saw that saw anything, however long ago. */
    public Optional<LagReport> latest() {
        return Optional.ofNullable(latest);
    }

    /** The same, unless it is so old that it says nothing about now. */
    public Optional<LagReport> current() {
        Instant now = clock.instant();
        return latest().filter(report -> report.ageAt(now).compareTo(settings.outdated()) <= 0);
    }
}
