package io.fulfilment.console.lag;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a group's lag came to be what it is.
 *
 * @param times of the looks, or of the first of those that were put together; the lists of the topics are as long
 */
public record Course(List<Instant> times, List<OfTopic> topics) {

    /** The highest of each look, or of those that were put together; null where the topic wasn't seen. */
    public record OfTopic(
            String topic,
            List<@Nullable Float> lag,
            List<@Nullable Float> lagSeconds,
            List<@Nullable Float> inPerSecond,
            List<@Nullable Float> outPerSecond) {}
}
