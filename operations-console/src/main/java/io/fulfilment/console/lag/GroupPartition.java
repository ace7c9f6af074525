package io.fulfilment.console.lag;

/** A partition as one consumer group reads it. */
public record GroupPartition(String group, String topic, int partition) {}
