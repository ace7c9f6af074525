package io.fulfilment.console.lag;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Comparator;
import java.util.List;

/** A consumer group in all that it reads. */
public record GroupLag(String group, @JsonUnwrapped Figures figures, List<TopicLag> topics) {

    /** Those that move are equally well, and keep their places. */
    private static final Comparator<Figures> BETTER = Comparator.comparing(Figures::status)
            .thenComparingDouble(figures -> figures.status() == Status.MOVING ? 0 : figures.lagSeconds())
            .thenComparingLong(figures -> figures.status() == Status.MOVING ? 0 : figures.lag());

    /** What needs somebody most comes first. */
    static final Comparator<GroupLag> WORST_FIRST =
            Comparator.comparing(GroupLag::figures, BETTER.reversed()).thenComparing(GroupLag::group);

    static final Comparator<TopicLag> WORST_TOPIC_FIRST =
            Comparator.comparing(TopicLag::figures, BETTER.reversed()).thenComparing(TopicLag::topic);

    static GroupLag of(String group, List<TopicLag> topics) {
        return new GroupLag(
                group,
                Figures.of(topics.stream().map(TopicLag::figures).toList()),
                topics.stream().sorted(WORST_TOPIC_FIRST).toList());
    }
}
