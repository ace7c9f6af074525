package io.fulfilment.console.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of all groups.
 *
 * @param freshness null if nothing has been seen yet
 */
record LagView(@Nullable Freshness freshness, List<Count> counts, List<Row> rows) {

    /** How many groups are in a state. */
    record Count(String words, String token, String shape, int groups) {}

    /** A group. */
    record Row(String group, String id, FiguresView figures, Sparkline course, List<TopicRow> topics) {}

    /** A topic of a group. */
    record TopicRow(String topic, FiguresView figures) {}
}
