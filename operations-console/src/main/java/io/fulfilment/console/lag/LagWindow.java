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
 * <p>Begins anew when offsets go backwards, and after a look that was in vain.
 */
final class LagWindow {

    private final Duration span;
    private final Duration outdated;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private @Nullable Moment unreadSince;
    private boolean interrupted;

    /**
     * @param span what the looks that are compared are apart at least
     * @param outdated what the looks of a row are apart at most
     */
    LagWindow(Duration span, Duration outdated) {
        this.span = span;
        this.outdated = outdated;
    }

    /** A look was in vain: what it would have seen could not be read by the consumer either. */
    void interrupt() {
        interrupted = true;
    }

    void add(Sample sample) {
        Sample previous = samples.peekLast();
        if (previous != null && !continues(previous, sample)) {
            samples.clear();
            unreadSince = null;
            previous = null;
        }
        interrupted = false;
        samples.add(sample);
        forgetWhatIsTooOld(sample);
        unreadSince = unreadSince(previous, sample);
    }

    private boolean continues(Sample previous, Sample sample) {
        return !interrupted && sample.follows(previous) && !isOutdated(sample.moment());
    }

    /** Whether what was seen last is so old that it says nothing any more. */
    boolean isOutdated(Moment now) {
        return now.since(last().moment()).compareTo(outdated) > 0;
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

    private @Nullable Moment unreadSince(@Nullable Sample previous, Sample sample) {
        if (sample.lag() == 0) {
            return null;
        }
        boolean same = previous != null && unreadSince != null && previous.committed() == sample.committed();
        return same ? unreadSince : firstWithMoreThan(sample.committed());
    }

    private Moment firstWithMoreThan(long offset) {
        return samples.stream()
                .filter(sample -> sample.end() > offset)
                .map(Sample::moment)
                .findFirst()
                .orElseThrow();
    }

    /** When the oldest unread message was first seen to be there, by the clock as it is now, or null if there is none. */
    @Nullable
    Instant unreadSince() {
        return unreadSince == null ? null : last().moment().timeOf(unreadSince.nanos());
    }

    /** Whether the oldest unread message came since the look before, so that its age is known well enough. */
    boolean hasJustFallenBehind() {
        return samples.size() > 1 && last().moment().equals(unreadSince);
    }

    Offsets offsets() {
        return last().offsets();
    }

    /** @param oldestUnread the time of the oldest unread message; without effect if there is none */
    Figures figures(@Nullable Instant oldestUnread) {
        Status status = status();
        double in = perSecond(last().end() - first().end());
        double out = perSecond(last().committed() - first().committed());
        return new Figures(
                status,
                last().lag(),
                age(oldestUnread),
                in,
                out,
                status == Status.MOVING ? 0 : growth(),
                drain(status, out - in));
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

    private @Nullable Double drain(Status status, double gain) {
        if (last().lag() == 0) {
            return 0.0;
        }
        boolean grows = status != Status.MOVING && growth() > 0;
        return grows || gain <= 0 ? null : Double.valueOf(last().lag() / gain);
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
