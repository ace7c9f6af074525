package io.fulfilment.console.lag;

import java.time.Duration;
import java.util.List;

/** What was seen lately, in memory alone: each look of ten minutes, and the highest of each ten seconds of six hours. */
public final class LagHistory {

    private static final int LOOKS = 600;
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final int STEPS = 2_160;

    private final Ring looks;
    private final Ring steps;

    /** @param series the most pairs of group and topic; the history of others isn't kept */
    public LagHistory(int series) {
        looks = new Ring(LOOKS, Duration.ZERO, series);
        steps = new Ring(STEPS, STEP, series);
    }

    synchronized void add(LagReport report) {
        looks.add(report);
        steps.add(report);
    }

    /** Unread messages in all topics of a group, of up to so many looks. */
    public synchronized List<Float> lagOf(String group, int count) {
        return looks.lag(group, count);
    }

    public synchronized Course minutesOf(String group) {
        return looks.of(group);
    }

    public synchronized Course hoursOf(String group) {
        return steps.of(group);
    }
}
