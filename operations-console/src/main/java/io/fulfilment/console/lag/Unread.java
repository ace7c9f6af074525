package io.fulfilment.console.lag;

/**
 * The place of the oldest message that a group hasn't read.
 *
 * @param end where the partition ends
 */
public record Unread(String topic, int partition, long offset, long end) {

    static Unread of(GroupPartition partition, Offsets offsets) {
        return new Unread(partition.topic(), partition.partition(), offsets.committed(), offsets.end());
    }

    Place place() {
        return new Place(topic, partition, offset);
    }

    /** The same place, wherever the partition ends. */
    record Place(String topic, int partition, long offset) {}
}
