package io.fulfilment.console.lag;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a group's lag came to be what it is.
 *
 * @param times of the looks, or of the first of those that were put together; the lists of the topics are as long
 */
public record Course(List<Instant> times, List<OfTopic> topics) {

    /** The highest of each look, or of those that were put together; null where the topic wasn't seen. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record OfTopic(
            String topic,
            List<@Nullable Float> lag,
            List<@Nullable Float> lagSeconds,
            List<@Nullable Float> inPerSecond,
            List<@Nullable Float> outPerSecond) {}

    /** Unread messages in all topics, of the last looks. */
    public List<Float> lag(int looks) {
        List<Float> sums = new ArrayList<>();
        for (int i = Math.max(0, times.size() - looks); i < times.size(); i++) {
            sums.add(lagAt(i));
        }
        return sums;
    }

    private float lagAt(int index) {
        float sum = 0;
        for (OfTopic topic : topics) {
            @Nullable Float lag = topic.lag().get(index);
            sum += lag == null ? 0 : lag;
        }
        return sum;
    }
}
