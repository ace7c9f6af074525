package io.fulfilment.console.lag;

import java.time.Duration;
import java.util.List;

/** What was seen lately, in memory alone: each look of ten minutes, and the highest of each ten seconds of six hours. */
public final class LagHistory {

    private static final Duration MINUTES = Duration.ofMinutes(10);
    private static final Duration HOURS = Duration.ofHours(6);
    private static final int LOOKS = 600;
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final int STEPS = 2_160;

    private final Ring looks;
    private final Ring steps;

    public LagHistory(LagSettings settings) {
        looks = new Ring(LOOKS, Duration.ZERO, settings.outdated(), settings.series());
        steps = new Ring(STEPS, STEP, settings.outdated(), settings.series());
    }

    synchronized void add(LagReport report) {
        looks.add(report);
        steps.add(report);
    }

    /** Unread messages in all topics of a group, for so long before now. */
    public synchronized List<Recent> lagOf(String group, Moment now, Duration span) {
        return looks.lag(group, now, span);
    }

    public synchronized Course minutesOf(String group, Moment now) {
        return looks.of(group, now, MINUTES);
    }

    public synchronized Course hoursOf(String group, Moment now) {
        return steps.of(group, now, HOURS);
    }
}
