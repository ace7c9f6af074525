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
 */
public record Figures(
        Status status,
        long lag,
        double lagSeconds,
        double inPerSecond,
        double outPerSecond,
        @JsonIgnore long growth) {

    public static final Figures NOTHING = new Figures(Status.MOVING, 0, 0, 0, 0, 0);

    /** The sum of the parts: as bad as the worst, as old as the oldest. */
    static Figures of(Collection<Figures> parts) {
        return parts.stream().reduce(NOTHING, Figures::and);
    }

    private Figures and(Figures other) {
        return new Figures(
                status.orWorse(other.status),
                lag + other.lag,
                Math.max(lagSeconds, other.lagSeconds),
                inPerSecond + other.inPerSecond,
                outPerSecond + other.outPerSecond,
                growth + other.growth);
    }

    @JsonProperty
    public Trend trend() {
        return Trend.of(growth);
    }

    /** Seconds until nothing is unread if it goes on like this; null if it never will be. */
    @JsonProperty
    public @Nullable Double drainSeconds() {
        if (lag == 0) {
            return 0.0;
        }
        double gain = outPerSecond - inPerSecond;
        return growth > 0 || gain <= 0 ? null : Double.valueOf(lag / gain);
    }
}
