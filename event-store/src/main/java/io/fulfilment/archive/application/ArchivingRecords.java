package io.fulfilment.archive.application;

import io.fulfilment.archive.application.Positions.Move;
import io.fulfilment.messaging.archive.RecordSink;
import io.fulfilment.messaging.archive.StoredRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Archives each record exactly once, whatever comes twice and whoever else believes that a partition is his.
 *
 * <p>It remembers where each partition was when it last looked, and can store only by moving the partition on from
 * there. After a failure it looks again, and passes over what turns out to be archived.
 */
@Service
class ArchivingRecords implements RecordSink {

    private final Positions positions;
    private final Archive archive;
    private final TransactionOperations transaction;
    private final ArchivedRecords counted;
    private final Map<Partition, Long> expected = new ConcurrentHashMap<>();

    ArchivingRecords(Positions positions, Archive archive, TransactionOperations transaction, ArchivedRecords counted) {
        this.positions = positions;
        this.archive = archive;
        this.transaction = transaction;
        this.counted = counted;
    }

    @Override
    public Map<Partition, Long> positions(Set<Partition> partitions) {
        var current = positions.of(partitions);
        expected.putAll(current);
        return current;
    }

    @Override
    public void accept(List<StoredRecord> records) {
        var partitions = records.stream().map(StoredRecord::partition).collect(Collectors.toSet());
        lookUpUnknown(partitions);
        var fresh = records.stream()
                .filter(stored -> stored.offset() >= expectedOf(stored.partition()))
                .toList();
        if (fresh.isEmpty()) {
            return;
        }
        try {
            store(fresh);
        } catch (RuntimeException e) {
            expected.keySet().removeAll(partitions);
            throw e;
        }
    }

    private void store(List<StoredRecord> fresh) {
        var moves = moves(fresh);
        var entries = fresh.stream().map(Entry::of).toList();
        transaction.executeWithoutResult(_ -> archive.append(entries, positions.advance(moves)));
        moves.forEach(move -> expected.put(move.partition(), move.next()));
        counted.add(fresh);
    }

    private List<Move> moves(List<StoredRecord> fresh) {
        var next = new HashMap<Partition, Long>();
        fresh.forEach(stored -> next.merge(stored.partition(), stored.offset() + 1, Math::max));
        return next.entrySet().stream()
                .map(entry -> new Move(entry.getKey(), expectedOf(entry.getKey()), entry.getValue()))
                .toList();
    }

    private void lookUpUnknown(Set<Partition> partitions) {
        var unknown = new HashSet<>(partitions);
        unknown.removeAll(expected.keySet());
        if (!unknown.isEmpty()) {
            positions(unknown);
        }
    }

    private long expectedOf(Partition partition) {
        return expected.getOrDefault(partition, 0L);
    }
}
