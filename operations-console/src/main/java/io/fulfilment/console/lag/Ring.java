package io.fulfilment.console.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The last so many looks, those within a step put together as one; where there is no room, the oldest goes. */
final class Ring {

    private final int capacity;
    private final Duration step;
    private final int mostTracks;
    private final Instant[] times;
    private final Map<String, Map<String, Track>> tracks = new TreeMap<>();
    private int count;
    private int newest = -1;

    Ring(int capacity, Duration step, int mostTracks) {
        this.capacity = capacity;
        this.step = step;
        this.mostTracks = mostTracks;
        this.times = new Instant[capacity];
    }

    void add(LagReport report) {
        if (newest < 0 || !report.observedAt().isBefore(times[newest].plus(step))) {
            turn(report.observedAt());
        }
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

    private void turn(Instant time) {
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

    /** Unread messages in all topics of a group, of the last looks. */
    List<Float> lag(String group, int looks) {
        var topics = tracks.getOrDefault(group, Map.of()).values();
        List<Float> sums = new ArrayList<>();
        for (int cell : cells(Math.min(looks, count))) {
            float sum = 0;
            for (Track topic : topics) {
                sum += topic.lag(cell);
            }
            sums.add(sum);
        }
        return sums;
    }

    private int[] cells(int last) {
        return IntStream.range(0, last)
                .map(i -> (newest - last + 1 + i + capacity) % capacity)
                .toArray();
    }

    Course of(String group) {
        int[] cells = cells(count);
        List<Course.OfTopic> topics = new ArrayList<>();
        tracks.getOrDefault(group, Map.of()).forEach((topic, track) -> topics.add(track.course(topic, cells)));
        return new Course(IntStream.of(cells).mapToObj(cell -> times[cell]).toList(), topics);
    }
}
