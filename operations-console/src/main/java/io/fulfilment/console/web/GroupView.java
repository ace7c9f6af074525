package io.fulfilment.console.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of one group. */
record GroupView(String group, @Nullable Freshness freshness, FiguresView figures, List<Topic> topics) {

    /** A topic of it. */
    record Topic(String topic, FiguresView figures, List<Partition> partitions) {}

    /** A partition of it. */
    record Partition(int partition, String committed, String end, FiguresView figures) {}
}
