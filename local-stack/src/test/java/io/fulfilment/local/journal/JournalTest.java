package io.fulfilment.local.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    record Entry(int number, String text) {}

    @TempDir
    Path directory;

    @Test
    void readsBackWhatConcurrentWritersAppended() throws Exception {
        Journal<Entry> journal = Journal.open(file(), Entry.class, entry -> {});
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> writers = IntStream.range(0, 200)
                    .<Callable<Void>>mapToObj(number -> () -> {
                        journal.append(new Entry(number, "line\nbreak"));
                        return null;
                    })
                    .toList();
            for (var written : threads.invokeAll(writers)) {
                written.get();
            }
        }

        assertThat(reopened())
                .hasSize(200)
                .extracting(Entry::number)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 200).boxed().toList());
    }

    @Test
    void forgetsALineThatACrashCutOff() throws IOException {
        Journal.open(file(), Entry.class, entry -> {}).append(new Entry(1, "whole"));
        Files.writeString(file(), "{\"number\":2,\"te", StandardOpenOption.APPEND);

        Journal<Entry> journal = Journal.open(file(), Entry.class, entry -> {});
        journal.append(new Entry(3, "after the crash"));

        assertThat(reopened()).extracting(Entry::number).containsExactly(1, 3);
    }

    @Test
    void readsBackWhatIsAskedForByNumber() throws IOException {
        Journal<Entry> journal = Journal.open(file(), Entry.class, entry -> {});
        String longerThanAnyBuffer = "ü".repeat(100_000);
        journal.append(new Entry(0, "first"));
        journal.append(new Entry(1, longerThanAnyBuffer));
        journal.append(new Entry(2, "last"));

        assertThat(journal.read(2, 1)).containsExactly(new Entry(2, "last"), new Entry(1, longerThanAnyBuffer));
        assertThat(journal.all()).hasSize(3);
        assertThat(Journal.open(file(), Entry.class, entry -> {}).all())
                .containsExactlyElementsOf(journal.all().toList());
    }

    @Test
    void tellsItsListenerOfEveryEntryInTheirOrder() throws Exception {
        List<Entry> told = new ArrayList<>();
        Journal<Entry> journal = Journal.open(file(), Entry.class, told::add);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(IntStream.range(0, 200)
                    .<Callable<Void>>mapToObj(number -> () -> {
                        journal.append(new Entry(number, "text"));
                        return null;
                    })
                    .toList());
        }

        assertThat(told).hasSize(200).containsExactlyElementsOf(reopened());
    }

    /** An interrupt closes the file, which is a way to make a write fail that needs no full disk. */
    @Test
    void worksAgainAfterAWriteThatFailed() throws IOException {
        Journal<Entry> journal = Journal.open(file(), Entry.class, entry -> {});
        journal.append(new Entry(1, "before"));

        Thread.currentThread().interrupt();
        assertThatIOException().isThrownBy(() -> journal.append(new Entry(2, "failed")));
        assertThat(Thread.interrupted()).isTrue();
        String whatADiskHadRoomFor = "{\"number\":2,\"text\":\"failed, too\"}\n".repeat(2) + "{\"numb";
        Files.writeString(file(), whatADiskHadRoomFor, StandardOpenOption.APPEND);
        journal.append(new Entry(3, "after"));

        assertThat(journal.all()).extracting(Entry::number).containsExactly(1, 3);
        assertThat(reopened()).extracting(Entry::number).containsExactly(1, 3);
    }

    private List<Entry> reopened() throws IOException {
        List<Entry> entries = new ArrayList<>();
        Journal.open(file(), Entry.class, entries::add);
        return entries;
    }

    private Path file() {
        return directory.resolve("sub/journal.jsonl");
    }
}
