package io.fulfilment.console.lag;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The last so many looks, those within a step put together as one; where there is no room, the oldest goes. A cell is left blank
 * where nobody could look for long.
 */
final class Ring {

    private final int capacity;
    private final Duration step;
    private final Duration gap;
    private final int mostTracks;
    private final long[] times;
    private final Map<String, Map<String, Track>> tracks = new TreeMap<>();
    private int count;
    private int newest = -1;
    private @Nullable Moment latest;

    /**
     * @param gap what two looks are apart at least for a blank between them
     * @param mostTracks pairs of group and topic; others aren't kept
     */
    Ring(int capacity, Duration step, Duration gap, int mostTracks) {
        this.capacity = capacity;
        this.step = step;
        this.gap = gap;
        this.mostTracks = mostTracks;
        this.times = new long[capacity];
    }

    void add(LagReport report) {
        Moment now = report.observed();
        boolean isFirst = latest == null;
        if (latest != null && now.since(latest).compareTo(gap) > 0) {
            turn(latest.plus(gap).nanos());
            isFirst = true;
        }
        if (isFirst || now.nanos() - times[newest] >= step.toNanos()) {
            turn(now.nanos());
        }
        latest = now;
        for (GroupLag group : report.groups()) {
            group.topics().forEach(topic -> add(group.group(), topic));
        }
    }

    private void add(String group, TopicLag topic) {
        Map<String, Track> topics = tracks.computeIfAbsent(group, _ -> new TreeMap<>());
        if (!topics.containsKey(topic.topic()) && size() < mostTracks) {
            topics.put(topic.topic(), new Track(capacity));
        }
        Track track = topics.get(topic.topic());
        if (track != null) {
            track.raise(newest, topic.figures());
        }
    }

    private int size() {
        return tracks.values().stream().mapToInt(Map::size).sum();
    }

    private void turn(long time) {
        newest = (newest + 1) % capacity;
        count = Math.min(capacity, count + 1);
        times[newest] = time;
        tracks.values().forEach(topics -> topics.values().forEach(track -> track.clear(newest)));
        if (newest == 0) {
            forgetWhatIsGone();
        }
    }

    private void forgetWhatIsGone() {
        tracks.values().forEach(topics -> topics.values().removeIf(Track::isBlank));
        tracks.values().removeIf(Map::isEmpty);
    }

    /** Unread messages in all topics of a group, for so long before now. */
    List<Recent> lag(String group, Moment now, Duration span) {
        var topics = tracks.getOrDefault(group, Map.of()).values();
        return cells(now, span)
                .mapToObj(cell -> new Recent((now.nanos() - times[cell]) / 1e9, sum(topics, cell)))
                .toList();
    }

    private static @Nullable Float sum(Collection<Track> topics, int cell) {
        Float sum = null;
        for (Track topic : topics) {
            if (topic.has(cell)) {
                sum = (sum == null ? 0 : sum) + topic.lag(cell);
            }
        }
        return sum;
    }

    private IntStream cells(Moment now, Duration span) {
        return IntStream.range(0, count)
                .map(i -> (newest - count + 1 + i + capacity) % capacity)
                .filter(cell -> now.nanos() - times[cell] <= span.toNanos());
    }

    Course of(String group, Moment now, Duration span) {
        if (latest == null) {
            return new Course(List.of(), List.of());
        }
        Moment last = latest;
        int[] cells = cells(now, span).toArray();
        List<Course.OfTopic> topics = new ArrayList<>();
        tracks.getOrDefault(group, Map.of()).forEach((topic, track) -> topics.add(track.course(topic, cells)));
        return new Course(
                IntStream.of(cells).mapToObj(cell -> last.timeOf(times[cell])).toList(), topics);
    }
}
