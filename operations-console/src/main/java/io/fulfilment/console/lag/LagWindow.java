package io.fulfilment.console.lag;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the last looks saw of one partition, and what follows from it. Judged as by Burrow's sliding window, without a
 * threshold that somebody would have to choose: a consumer is held against what was there when the window began.
 *
 * <p>Begins anew when offsets go backwards, or when nobody looked for longer than the window.
 */
final class LagWindow {

    private final Duration span;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private @Nullable Instant unreadSince;

    /** @param span what the looks that are compared are apart at least */
    LagWindow(Duration span) {
        this.span = span;
    }

    void add(Sample sample) {
        Sample previous = samples.peekLast();
        if (previous != null && !continues(previous, sample)) {
            samples.clear();
            unreadSince = null;
            previous = null;
        }
        samples.add(sample);
        forgetWhatIsTooOld(sample);
        unreadSince = unreadSince(previous, sample);
    }

    private boolean continues(Sample previous, Sample sample) {
        return sample.follows(previous) && sample.since(previous).compareTo(span) <= 0;
    }

    /** The oldest that is kept is the youngest from before the window. */
    private void forgetWhatIsTooOld(Sample newest) {
        while (samples.size() > 1 && newest.since(second()).compareTo(span) >= 0) {
            samples.removeFirst();
        }
    }

    private Sample second() {
        var all = samples.iterator();
        all.next();
        return all.next();
    }

    private @Nullable Instant unreadSince(@Nullable Sample previous, Sample sample) {
        if (sample.lag() == 0) {
            return null;
        }
        boolean same = previous != null && unreadSince != null && previous.committed() == sample.committed();
        return same ? unreadSince : firstWithMoreThan(sample.committed());
    }

    private Instant firstWithMoreThan(long offset) {
        return samples.stream()
                .filter(sample -> sample.end() > offset)
                .map(Sample::at)
                .findFirst()
                .orElseThrow();
    }

    /** When the oldest unread message was first seen to be there, or null if there is none. */
    @Nullable
    Instant unreadSince() {
        return unreadSince;
    }

    /** Whether the oldest unread message came since the look before, so that its age is known well enough. */
    boolean hasJustFallenBehind() {
        return samples.size() > 1 && last().at().equals(unreadSince);
    }

    Offsets offsets() {
        return last().offsets();
    }

    /** @param oldestUnread the time of the oldest unread message; without effect if there is none */
    Figures figures(@Nullable Instant oldestUnread) {
        Status status = status();
        return new Figures(
                status,
                last().lag(),
                age(oldestUnread),
                perSecond(last().end() - first().end()),
                perSecond(last().committed() - first().committed()),
                status == Status.MOVING ? 0 : growth());
    }

    private Status status() {
        boolean keepsUp = last().lag() == 0 || !isFull() || last().committed() >= first().end();
        if (keepsUp) {
            return Status.MOVING;
        }
        if (last().committed() == first().committed()) {
            return Status.STOPPED;
        }
        long growth = growth();
        if (growth == 0) {
            return Status.MOVING;
        }
        return growth > 0 ? Status.FALLING_BEHIND : Status.GAINING;
    }

    private long growth() {
        return last().lag() - first().lag();
    }

    private double age(@Nullable Instant oldestUnread) {
        if (oldestUnread == null || last().lag() == 0) {
            return 0;
        }
        return Math.max(0, Duration.between(oldestUnread, last().at()).toMillis() / 1000.0);
    }

    private double perSecond(long messages) {
        double seconds = last().since(first()).toNanos() / 1e9;
        return seconds > 0 ? messages / seconds : 0;
    }

    private boolean isFull() {
        return last().since(first()).compareTo(span) >= 0;
    }

    private Sample first() {
        return Objects.requireNonNull(samples.peekFirst(), "no look yet");
    }

    private Sample last() {
        return Objects.requireNonNull(samples.peekLast(), "no look yet");
    }
}
