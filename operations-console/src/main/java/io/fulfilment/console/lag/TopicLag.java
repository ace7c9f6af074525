package io.fulfilment.console.lag;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A group in one topic. */
public record TopicLag(String topic, @JsonUnwrapped Figures figures, List<PartitionLag> partitions) {

    static TopicLag of(String topic, List<PartitionLag> partitions) {
        return new TopicLag(
                topic, Figures.of(partitions.stream().map(PartitionLag::figures).toList()), partitions);
    }
}
