package io.fulfilment.console.lag;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How far behind, and how it goes on.
 *
 * @param lag unread messages
 * @param lagSeconds the age of the oldest of them; 0 if there is none
 * @param inPerSecond messages that came, within the window
 * @param outPerSecond messages that were read, within the window
 * @param growth of the lag within the window; 0 for who keeps up
 * @param drainSeconds until nothing is unread if it goes on like this; null if no end is in sight
 */
public record Figures(
        Status status,
        long lag,
        double lagSeconds,
        double inPerSecond,
        double outPerSecond,
        @JsonIgnore long growth,
        @Nullable Double drainSeconds) {

    public static final Figures NOTHING = new Figures(Status.MOVING, 0, 0, 0, 0, 0, 0.0);

    /**
     * The sum of the parts, as old as the oldest. It is as bad as the worst of those that are behind, unless these gain all in
     * all: who catches up takes one part after the other, and the others wait for their turn.
     */
    static Figures of(Collection<Figures> parts) {
        Figures all = parts.stream().reduce(NOTHING, Figures::and);
        Figures behind =
                parts.stream().filter(part -> part.status != Status.MOVING).reduce(NOTHING, Figures::and);
        double gain = behind.outPerSecond - behind.inPerSecond;
        boolean gains = behind.growth < 0 && gain > 0;
        return new Figures(
                gains ? Status.GAINING : all.status,
                all.lag,
                all.lagSeconds,
                all.inPerSecond,
                all.outPerSecond,
                all.growth,
                gains ? Double.valueOf(behind.lag / gain) : all.drainSeconds);
    }

    private Figures and(Figures other) {
        return new Figures(
                status.orWorse(other.status),
                lag + other.lag,
                Math.max(lagSeconds, other.lagSeconds),
                inPerSecond + other.inPerSecond,
                outPerSecond + other.outPerSecond,
                growth + other.growth,
                drainSeconds == null || other.drainSeconds == null
                        ? null
                        : Double.valueOf(Math.max(drainSeconds, other.drainSeconds)));
    }

    @JsonProperty
    public Trend trend() {
        return Trend.of(growth);
    }
}
