package io.fulfilment.messaging.group;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * How little processor time the machine, or container, has to spare: 0 while there is enough, 1 when there is none. To gather
 * what comes saves processor time and costs time; so it pays only where others want it.
 */
public final class Strain implements DoubleSupplier {

    private static final long FRESH_NANOS = Duration.ofMillis(100).toNanos();

    /** What is busier than this is saved for. */
    private static final double SPARE = 0.6;

    /** What is busier than this has none to spare. */
    private static final double NONE_LEFT = 0.9;

    private static final Strain OF_MACHINE =
            new Strain(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)::getCpuLoad);

    private final DoubleSupplier busy;
    private double smoothed = 1;
    private long sampledAt = System.nanoTime() - FRESH_NANOS;

    /** @param busy the share of all processors that was in use since it was asked last; below 0 if nobody knows */
    Strain(DoubleSupplier busy) {
        this.busy = busy;
    }

    /** Of the machine that this runs on, asked at most ten times a second. */
    public static DoubleSupplier ofMachine() {
        return OF_MACHINE;
    }

    @Override
    public synchronized double getAsDouble() {
        long now = System.nanoTime();
        if (now - sampledAt >= FRESH_NANOS) {
            sampledAt = now;
            sample();
        }
        return Math.clamp((smoothed - SPARE) / (NONE_LEFT - SPARE), 0, 1);
    }

    /** Half of what was, half of what is. */
    void sample() {
        double now = busy.getAsDouble();
        smoothed = now < 0 ? 1 : (smoothed + now) / 2;
    }
}
