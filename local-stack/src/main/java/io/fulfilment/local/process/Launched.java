package io.fulfilment.local.process;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** A component's process. */
final class Launched {

    /** Out of reach of the terminal's Ctrl-C, which would reach every process at once instead of in order. */
    private static final List<String> OWN_SESSION = OwnSession.prefix();

    private final Component component;
    private final RunDirectory directory;
    private final Process process;
    private volatile boolean expectedToEnd;
    private volatile boolean ready;

    private Launched(Component component, RunDirectory directory, Process process) {
        this.component = component;
        this.directory = directory;
        this.process = process;
    }

    static Launched start(Component component, RunDirectory directory) throws IOException {
        String name = component.name();
        directory.turnLog(name);
        List<String> command = new ArrayList<>(OWN_SESSION);
        command.addAll(component.program().command());
        var builder = new ProcessBuilder(command)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(directory.log(name).toFile()))
                .redirectError(directory.lastWords(name).toFile());
        builder.environment().putAll(component.environment());
        Process process = builder.start();
        // A supervisor that dies before this line leaves no pid file; Leftovers finds the process by its mark.
        try {
            directory.writePid(name, process.pid());
        } catch (IOException | RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
        return new Launched(component, directory, process);
    }

    Component component() {
        return component;
    }

    void becameReady() {
        ready = true;
    }

    boolean wasReady() {
        return ready;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Runs the action when the process ends, unless it was asked to. */
    void whenItDies(IntConsumer action) {
        process.onExit().thenAccept(ended -> {
            if (!expectedToEnd) {
                action.accept(ended.exitValue());
            }
        });
    }

    int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /**
     * Asks it to stop, waits, and kills it if it doesn't.
     *
     * @return whether it was running
     */
    boolean stop(Duration patience) throws IOException, InterruptedException {
        expectedToEnd = true;
        boolean running = process.isAlive();
        if (running) {
            Signals.send(component.program().stopSignal(), process.toHandle());
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        }
        forget();
        return running;
    }

    /** Kills it as a crash would, and waits until nothing of it is left: a database's backends go a little later. */
    void kill() throws InterruptedException, IOException {
        expectedToEnd = true;
        List<ProcessHandle> family = process.descendants().toList();
        process.destroyForcibly().waitFor();
        for (ProcessHandle member : family) {
            Signals.awaitEnd(member, Duration.ofSeconds(5));
        }
        forget();
    }

    void forget() throws IOException {
        directory.forget(component.name(), process.pid());
    }
}
