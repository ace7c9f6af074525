package io.fulfilment.local;

import io.fulfilment.local.process.StartFailed;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** At most one supervisor for a local folder: the operating system drops the lock with the process, however it ends. */
final class SingleInstance implements Closeable {

    private final FileChannel channel;

    private SingleInstance(FileChannel channel) {
        this.channel = channel;
    }

    static SingleInstance claim(Path run) throws IOException, StartFailed {
        FileChannel channel =
                FileChannel.open(run.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new StartFailed("the system is running already in " + run.getParent()
                    + ": stop it first (Ctrl-C where it runs, or kill "
                    + pidIn(run.resolve("supervisor.pid")) + ")");
        }
        return new SingleInstance(channel);
    }

    private static String pidIn(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file).strip() : "the supervisor";
    }

    boolean isHeld() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
