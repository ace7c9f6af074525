package io.fulfilment.archive.application;

import io.fulfilment.messaging.archive.RecordSink.Partition;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** The offset of the next record to be archived, for each partition of each topic. */
public interface Positions {

    /** A partition's way from the offset that it must be at to the next one. */
    record Move(Partition partition, long expected, long next) {}

    /** Where partitions are now; 0 for one that is new. */
    Map<Partition, Long> of(Set<Partition> partitions);

    /**
     * Moves partitions on, and makes the caller's transaction the only one that archives until it ends.
     *
     * @return the database's time, never earlier than that of a transaction before
     * @throws ArchivedElsewhere if a partition is not where it is expected, which must undo the transaction
     */
    Instant advance(Collection<Move> moves);
}
