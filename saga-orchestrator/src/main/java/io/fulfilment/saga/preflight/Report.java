package io.fulfilment.saga.preflight;

import io.fulfilment.saga.application.Reading;
import io.fulfilment.saga.application.Reading.Readable;
import io.fulfilment.saga.application.Reading.Unreadable;
import io.fulfilment.saga.application.SagaFilter;
import io.fulfilment.saga.application.SagaSurvey;
import io.fulfilment.saga.engine.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands in the way of the sagas under way. */
final class Report {

    private static final int SHOWN = 20;

    private final Map<String, Stranded> stranded = new TreeMap<>();
    private long read;

    private Report() {}

    private static final class Stranded {

        private final List<UUID> first = new ArrayList<>();
        private long count;

        private void add(UUID id) {
            count++;
            if (first.size() < SHOWN) {
                first.add(id);
            }
        }
    }

    static Report of(SagaSurvey sagas) {
        var open = Arrays.stream(Status.values())
                .filter(Predicate.not(Status::isFinal))
                .collect(Collectors.toSet());
        var report = new Report();
        sagas.read(SagaFilter.of(open), report::add);
        return report;
    }

    private void add(Reading reading) {
        read++;
        switch (reading) {
            case Readable _ -> {}
            case Unreadable(var id, var type, int version, var why) ->
                stranded.computeIfAbsent(type + " version " + version + ": " + why, _ -> new Stranded())
                        .add(id);
        }
    }

    boolean isEmpty() {
        return stranded.isEmpty();
    }

    Stream<String> lines() {
        long count = stranded.values().stream().mapToLong(some -> some.count).sum();
        var summary = count == 0
                ? "This program can carry on all " + read + " sagas under way."
                : "This program can't carry on " + count + " of " + read + " sagas under way.";
        return Stream.concat(
                Stream.of(summary),
                stranded.entrySet().stream().flatMap(some -> lines(some.getKey(), some.getValue())));
    }

    private static Stream<String> lines(String what, Stranded some) {
        long more = some.count - some.first.size();
        return Stream.of(
                        Stream.of(what + " (" + some.count + ")"),
                        some.first.stream().map(id -> "  " + id),
                        Stream.of("  and " + more + " more").filter(_ -> more > 0))
                .flatMap(lines -> lines);
    }
}
