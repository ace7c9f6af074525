package io.fulfilment.console.lag;

/**
 * Where a group is in a partition.
 *
 * @param committed the next record that the group would read if it began anew
 * @param end the offset that the next record to come will have
 */
public record Offsets(long committed, long end) {

    /** Unread messages; none where the group is beyond the end, as after a topic was deleted and made again. */
    public long lag() {
        return Math.max(0, end - committed);
    }
}
