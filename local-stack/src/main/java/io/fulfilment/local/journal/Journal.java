package io.fulfilment.local.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * An append-only file of JSON lines, numbered from 0. Entries are read back from the file: the heap holds nothing but
 * where each ends. Concurrent writers share one write to the disk.
 */
public final class Journal<T> {

    private static final JsonMapper JSON = new JsonMapper();

    private final Class<T> type;
    private final Consumer<T> listener;
    private final Lines lines;
    /** Where each entry ends, and so the next begins; 0 comes first. */
    private final Longs ends = new Longs();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition flushed = lock.newCondition();
    private Batch<T> gathering = new Batch<>();
    private boolean flushing;

    private Journal(Path file, Class<T> type, Consumer<T> listener) throws IOException {
        this.type = type;
        this.listener = listener;
        ends.add(0);
        this.lines = Lines.open(file, (end, buffer, offset, length) -> {
            ends.add(end);
            listener.accept(JSON.readValue(buffer, offset, length, type));
        });
    }

    /**
     * Opens the file, made if it isn't there. A last line that a crash cut off is removed: nobody was ever told that it
     * was written.
     *
     * @param listener is told of each entry in the order of their numbers: of those that are there, and of each that is
     *     appended before its {@link #append} returns
     */
    public static <T> Journal<T> open(Path file, Class<T> type, Consumer<T> listener) throws IOException {
        return new Journal<>(file, type, listener);
    }

    /** What is written with one write. */
    private static final class Batch<T> {

        private record Entry<T>(T value, int end) {}

        private final List<Entry<T>> entries = new ArrayList<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean done;
        private @Nullable IOException failure;

        void add(T value, byte[] line) {
            bytes.writeBytes(line);
            bytes.write('\n');
            entries.add(new Entry<>(value, bytes.size()));
        }
    }

    /**
     * Returns once the entry is on the disk.
     *
     * @throws IOException if it is not; once the cause is mended, entries can be appended again
     */
    public void append(T entry) throws IOException {
        byte[] line = JSON.writeValueAsBytes(entry);
        lock.lock();
        try {
            Batch<T> mine = gathering;
            mine.add(entry, line);
            while (!mine.done) {
                if (flushing) {
                    flushed.awaitUninterruptibly();
                } else {
                    flush();
                }
            }
            if (mine.failure != null) {
                throw new IOException("the journal can't be written", mine.failure);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The entries of those numbers, read one by one as they are asked for. */
    public Stream<T> read(int... numbers) {
        return IntStream.of(numbers).mapToObj(this::read);
    }

    /** All that there are by now, oldest first, read one by one as they are asked for. */
    public Stream<T> all() {
        lock.lock();
        try {
            return IntStream.range(0, ends.size() - 1).mapToObj(this::read);
        } finally {
            lock.unlock();
        }
    }

    private T read(int number) {
        lock.lock();
        long begin;
        long end;
        try {
            begin = ends.get(number);
            end = ends.get(number + 1);
        } finally {
            lock.unlock();
        }
        try {
            return JSON.readValue(lines.read(begin, Math.toIntExact(end - begin)), type);
        } catch (IOException e) {
            throw new UncheckedIOException("the journal can't be read", e);
        }
    }

    /** Writes what has gathered, without keeping others from gathering more. */
    private void flush() {
        Batch<T> batch = gathering;
        gathering = new Batch<>();
        flushing = true;
        long begin = lines.end();
        lock.unlock();
        batch.failure = write(batch.bytes.toByteArray());
        lock.lock();
        flushing = false;
        batch.done = true;
        if (batch.failure == null) {
            batch.entries.forEach(entry -> {
                ends.add(begin + entry.end());
                listener.accept(entry.value());
            });
        }
        flushed.signalAll();
    }

    private @Nullable IOException write(byte[] batch) {
        try {
            lines.append(batch);
            return null;
        } catch (IOException e) {
            return e;
        }
    }
}
