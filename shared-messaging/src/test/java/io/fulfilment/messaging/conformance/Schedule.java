package io.fulfilment.messaging.conformance;

import static java.util.stream.Collectors.joining;

import io.fulfilment.messaging.conformance.Fault.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Which faults happen when; the same for the same seed.
 *
 * @param steps in the order of their beginnings
 */
record Schedule(long seed, List<Step> steps) {

    private static final int LONGEST_PAUSE_MILLIS = 1_000;

    /**
     * @param at when the fault begins, from the beginning of the schedule on
     * @param seed decides what the fault leaves open: whom it befalls
     */
    record Step(Fault fault, Duration at, Duration length, long seed) {

        Duration end() {
            return at.plus(length);
        }

        @Override
        public String toString() {
            return "%5d to %5d ms: %s".formatted(at.toMillis(), end().toMillis(), fault);
        }
    }

    /** No fault begins after the length is over; no lane has a fault again before it had all the others. */
    static Schedule of(long seed, Duration length) {
        var random = new SplittableRandom(seed);
        return new Schedule(
                seed,
                Stream.of(Lane.values())
                        .flatMap(lane -> steps(lane, length, random.split()).stream())
                        .sorted(Comparator.comparing(Step::at))
                        .toList());
    }

    private static List<Step> steps(Lane lane, Duration length, SplittableRandom random) {
        var steps = new ArrayList<Step>();
        var deck = new ArrayList<Fault>();
        Duration at = pause(random);
        while (at.compareTo(length) < 0) {
            if (deck.isEmpty()) {
                deck.addAll(shuffled(lane, random));
            }
            Fault fault = deck.removeLast();
            steps.add(new Step(fault, at, fault.length(random), random.nextLong()));
            at = steps.getLast().end().plus(pause(random));
        }
        return steps;
    }

    List<Step> steps(Lane lane) {
        return steps.stream().filter(step -> step.fault().lane() == lane).toList();
    }

    private static List<Fault> shuffled(Lane lane, SplittableRandom random) {
        var faults = new ArrayList<>(Arrays.stream(Fault.values())
                .filter(fault -> fault.lane() == lane)
                .toList());
        Collections.shuffle(faults, Random.from(random));
        return faults;
    }

    private static Duration pause(SplittableRandom random) {
        return Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS));
    }

    @Override
    public String toString() {
        return "seed " + seed + "; -Dconformance.seed=" + seed + " repeats it\n"
                + steps.stream().map(Step::toString).collect(joining("\n"));
    }
}
