package io.fulfilment.console.lag;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A group in one partition. */
public record PartitionLag(
        int partition,
        long committed,
        long end,
        @JsonUnwrapped Figures figures) {}
