package io.fulfilment.local.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Signals to processes that need not be ours. */
final class Signals {

    private Signals() {}

    /** Nothing happens if it has ended: its number may be somebody else's by now. */
    static void send(Program.StopSignal signal, ProcessHandle process) throws IOException, InterruptedException {
        if (!process.isAlive()) {
            return;
        }
        switch (signal) {
            case TERM -> process.destroy();
            case INT ->
                new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        }
    }

    /**
     * Waits for a process to end, and kills it if it takes too long.
     *
     * @throws IOException if even that does not end it
     */
    static void awaitEnd(ProcessHandle process, Duration patience) throws IOException, InterruptedException {
        if (!ends(process, patience)) {
            kill(process, patience);
        }
    }

    /** Kills also what the process has started by now, which would outlive it. */
    static void kill(ProcessHandle process, Duration patience) throws IOException, InterruptedException {
        List<ProcessHandle> family =
                Stream.concat(process.descendants(), Stream.of(process)).toList();
        family.reversed().forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle member : family) {
            if (!ends(member, patience)) {
                throw new IOException("process " + member.pid() + " does not end, not even by kill -9");
            }
        }
    }

    private static boolean ends(ProcessHandle process, Duration patience) throws InterruptedException {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot wait for process " + process.pid(), e);
        }
    }
}
