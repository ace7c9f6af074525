package io.fulfilment.archive.application;

import static io.fulfilment.archive.Records.newPartition;
import static io.fulfilment.archive.Records.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfilment.archive.Slice;
import io.fulfilment.messaging.archive.RecordSink;
import io.fulfilment.messaging.archive.RecordSink.Partition;
import io.fulfilment.messaging.archive.StoredRecord;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionOperations;

@SpringJUnitConfig(Slice.class)
class ArchivingRecordsIT {

    @Autowired
    private Positions positions;

    @Autowired
    private Archive archive;

    @Autowired
    private TransactionOperations transaction;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private JdbcClient jdbc;

    private final Partition partition = newPartition();

    @Test
    void goesOnWhereItStoppedAfterARestart() {
        RecordSink first = writer(archive);
        assertThat(first.positions(Set.of(partition))).containsEntry(partition, 0L);
        first.accept(plain(partition, 0, 3));
        RecordSink restarted = writer(archive);
        assertThat(restarted.positions(Set.of(partition))).containsEntry(partition, 3L);
        restarted.accept(plain(partition, 3, 5));
        assertThat(archivedOffsets()).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void storesNothingIfItFailsBetweenTheCopyAndTheCommit() {
        var crashes = new CrashAfterCopy();
        RecordSink sink = writer(crashes);
        assertThatThrownBy(() -> sink.accept(plain(partition, 0, 3))).hasMessage("crash");
        assertThat(archivedOffsets()).isEmpty();
        assertThat(positions.of(Set.of(partition))).containsEntry(partition, 0L);
        crashes.over = true;
        sink.accept(plain(partition, 0, 3));
        assertThat(archivedOffsets()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void passesOverWhatItHasArchived() {
        RecordSink sink = writer(archive);
        sink.accept(plain(partition, 0, 3));
        sink.accept(plain(partition, 0, 3));
        sink.accept(plain(partition, 1, 5));
        assertThat(archivedOffsets()).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(meters.counter("archived.records", "topic", partition.topic())
                        .count())
                .isEqualTo(5);
    }

    @Test
    void acceptsTheGapsThatTransactionsAndRetentionLeave() {
        RecordSink sink = writer(archive);
        sink.accept(plain(partition, 5, 6));
        sink.accept(plain(partition, 8, 9));
        assertThat(archivedOffsets()).containsExactly(5L, 8L);
    }

    @Test
    void refusesAWriterWhosePartitionHasMovedOn() {
        RecordSink zombie = writer(archive);
        zombie.positions(Set.of(partition));
        RecordSink successor = writer(archive);
        successor.positions(Set.of(partition));
        successor.accept(plain(partition, 0, 2));
        Partition other = newPartition();
        var batch = List.of(plain(partition, 0, 4), plain(other, 0, 4)).stream()
                .flatMap(List::stream)
                .toList();
        assertThatExceptionOfType(ArchivedElsewhere.class).isThrownBy(() -> zombie.accept(batch));
        assertThat(archivedOffsets()).containsExactly(0L, 1L);
        assertThat(archivedOffsets(other)).isEmpty();
    }

    @Test
    void recoversFromACommitWhoseAcknowledgementWasLost() {
        RecordSink sink = writer(archive);
        sink.positions(Set.of(partition));
        writer(archive).accept(plain(partition, 0, 3));
        assertThatExceptionOfType(ArchivedElsewhere.class).isThrownBy(() -> sink.accept(plain(partition, 0, 4)));
        sink.accept(plain(partition, 0, 4));
        assertThat(archivedOffsets()).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void holdsEachRecordOnceAndInOrderWhenWritersCompete() throws InterruptedException, ExecutionException {
        Callable<Void> writing = () -> {
            RecordSink sink = writer(archive);
            LongStream.range(0, 50).forEach(batch -> persist(sink, plain(partition, batch * 4, batch * 4 + 4)));
            return null;
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : threads.invokeAll(Collections.nCopies(4, writing))) {
                result.get();
            }
        }
        assertThat(archivedOffsets())
                .containsExactlyElementsOf(LongStream.range(0, 200).boxed().toList());
    }

    /** As the consumer does: the same records again until they are taken. */
    private static void persist(RecordSink sink, List<StoredRecord> records) {
        boolean stored = false;
        while (!stored) {
            try {
                sink.accept(records);
                stored = true;
            } catch (ArchivedElsewhere e) {
                stored = false;
            }
        }
    }

    private RecordSink writer(Archive to) {
        return new ArchivingRecords(positions, to, transaction, new ArchivedRecords(meters));
    }

    private List<Long> archivedOffsets() {
        return archivedOffsets(partition);
    }

    private List<Long> archivedOffsets(Partition of) {
        return jdbc.sql("SELECT record_offset FROM archived_event WHERE topic = ? ORDER BY position")
                .param(of.topic())
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private final class CrashAfterCopy implements Archive {

        private boolean over;

        @Override
        public void append(List<Entry> entries, Instant recordedAt) {
            archive.append(entries, recordedAt);
            if (!over) {
                throw new IllegalStateException("crash");
            }
        }
    }
}
