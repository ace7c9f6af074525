package io.fulfilment.local.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An append-only file of JSON lines. Concurrent writers share one write to the disk. */
public final class Journal<T> {

    private static final JsonMapper JSON = new JsonMapper();

    private final FileChannel channel;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition flushed = lock.newCondition();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private boolean flushing;
    private long appended;
    private long durable;
    private @Nullable IOException failure;

    private Journal(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens the file, made if it isn't there, and hands out what it holds. A last line that a crash cut off is removed:
     * nobody was ever told that it was written.
     */
    public static <T> Journal<T> open(Path file, Class<T> type, Consumer<T> reader) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        long whole = 0;
        if (Files.exists(file)) {
            byte[] content = Files.readAllBytes(file);
            whole = lastLineEnd(content);
            new String(content, 0, (int) whole, StandardCharsets.UTF_8)
                    .lines()
                    .forEach(line -> reader.accept(JSON.readValue(line, type)));
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        channel.truncate(whole).position(whole);
        return new Journal<>(channel);
    }

    private static long lastLineEnd(byte[] content) {
        int end = content.length;
        while (end > 0 && content[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    /** Returns once the entry is on the disk. */
    public void append(T entry) throws IOException {
        byte[] line = JSON.writeValueAsBytes(entry);
        lock.lock();
        try {
            pending.writeBytes(line);
            pending.write('\n');
            long mine = ++appended;
            while (durable < mine) {
                if (failure != null) {
                    throw new IOException("the journal can't be written", failure);
                }
                if (flushing) {
                    flushed.awaitUninterruptibly();
                } else {
                    flush();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Writes what has gathered, without keeping others from gathering more. */
    private void flush() {
        byte[] batch = pending.toByteArray();
        pending.reset();
        long last = appended;
        flushing = true;
        lock.unlock();
        IOException thrown = write(batch);
        lock.lock();
        flushing = false;
        failure = thrown;
        durable = thrown == null ? last : durable;
        flushed.signalAll();
    }

    private @Nullable IOException write(byte[] batch) {
        try {
            var buffer = ByteBuffer.wrap(batch);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(false);
            return null;
        } catch (IOException e) {
            return e;
        }
    }
}
