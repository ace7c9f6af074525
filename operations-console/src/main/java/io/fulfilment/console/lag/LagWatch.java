package io.fulfilment.console.lag;

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
    private final Moments moments;
    private final LagSettings settings;
    private final LagHistory history;
    private final OldestUnread oldest;
    private final Map<GroupPartition, LagWindow> windows = new HashMap<>();
    private volatile @Nullable LagReport latest;

    public LagWatch(ConsumerGroups groups, Moments moments, LagSettings settings, LagHistory history) {
        this.groups = groups;
        this.moments = moments;
        this.settings = settings;
        this.history = history;
        this.oldest = new OldestUnread(groups);
    }

    /** @throws KafkaAway if there was nothing to see; what was seen before stays, and gets old */
    public synchronized void look() {
        Look seen = offsets();
        Moment now = moments.now();
        forget(seen, now);
        seen.offsets().forEach((partition, offsets) -> windowOf(partition).add(new Sample(now, offsets)));
        oldest.lookAt(behindForLonger());
        LagReport report = LagReport.of(now, partitions());
        history.add(report);
        latest = report;
    }

    private Look offsets() {
        try {
            return groups.offsets();
        } catch (RuntimeException e) {
            windows.values().forEach(LagWindow::interrupt);
            throw e;
        }
    }

    /** What doesn't answer stays for a while as it was seen last; what is gone doesn't. */
    private void forget(Look seen, Moment now) {
        windows.entrySet()
                .removeIf(entry -> !seen.offsets().containsKey(entry.getKey())
                        && (seen.whole() || entry.getValue().isOutdated(now)));
        windows.forEach((partition, window) -> {
            if (!seen.offsets().containsKey(partition)) {
                window.interrupt();
            }
        });
    }

    private LagWindow windowOf(GroupPartition partition) {
        return windows.computeIfAbsent(partition, _ -> new LagWindow(settings.window(), settings.outdated()));
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
        Moment now = moments.now();
        return latest().filter(report -> report.ageAt(now).compareTo(settings.outdated()) <= 0);
    }
}
