package io.fulfilment.messaging.archive;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes every record of every topic, as it is. A bean of this type is fed from the positions that it keeps itself, so
 * that storing a record and moving on can be one transaction.
 */
public interface RecordSink {

    /** A partition of a topic. */
    record Partition(String topic, int number) {}

    /** The offset of the next record that the sink wants of each partition; a partition that it leaves out starts at 0. */
    Map<Partition, Long> positions(Set<Partition> partitions);

    /**
     * Stores records, and with them the new positions. The records of a partition come in order.
     *
     * @throws RuntimeException if nothing was stored; the same records come again after a pause
     */
    void accept(List<StoredRecord> records);
}
