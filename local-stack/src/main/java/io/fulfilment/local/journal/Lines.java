package io.fulfilment.local.journal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A file that whole lines are added to. One writer at a time; any number of readers. */
final class Lines {

    private static final int WINDOW = 64 * 1024;

    private final Path file;
    private FileChannel channel;
    private long end;

    /** Takes a line, without its end, from a buffer that is used again; {@code end} is where the next one begins. */
    @FunctionalInterface
    interface Reader {
        void read(long end, byte[] buffer, int offset, int length);
    }

    private Lines(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Opens the file, made if it isn't there, and hands out its lines. What follows the last line's end is dropped. */
    static Lines open(Path file, Reader reader) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var lines = new Lines(file, channel(file));
        lines.end = lines.scan(reader);
        lines.channel.truncate(lines.end);
        return lines;
    }

    long end() {
        return end;
    }

    /** Returns once they are on the disk. If they can't be written, none of them counts, and the next may be tried. */
    void append(byte[] lines) throws IOException {
        FileChannel open = open();
        // What an attempt that failed has left behind.
        open.truncate(end);
        var buffer = ByteBuffer.wrap(lines);
        while (buffer.hasRemaining()) {
            open.write(buffer, end + buffer.position());
        }
        open.force(false);
        end += lines.length;
    }

    byte[] read(long position, int length) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (open().read(buffer, position + buffer.position()) < 0) {
                throw new EOFException(file + " is shorter than it was");
            }
        }
        return buffer.array();
    }

    /** Interrupting a thread that reads or writes closes the channel for all. */
    private synchronized FileChannel open() throws IOException {
        if (!channel.isOpen()) {
            channel = channel(file);
        }
        return channel;
    }

    private static FileChannel channel(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** @return where the last line ends */
    private long scan(Reader reader) throws IOException {
        byte[] buffer = new byte[WINDOW];
        long position = 0;
        int held = 0;
        while (true) {
            int more = channel.read(ByteBuffer.wrap(buffer, held, buffer.length - held), position + held);
            if (more < 0) {
                return position;
            }
            int begin = 0;
            for (int i = held; i < held + more; i++) {
                if (buffer[i] == '\n') {
                    reader.read(position + i + 1, buffer, begin, i - begin);
                    begin = i + 1;
                }
            }
            held += more - begin;
            position += begin;
            System.arraycopy(buffer, begin, buffer, 0, held);
            if (held == buffer.length) {
                buffer = Arrays.copyOf(buffer, held * 2);
            }
        }
    }
}
