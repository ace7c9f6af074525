package io.fulfilment.local;

import io.fulfilment.local.control.ControlEndpoint;
import io.fulfilment.local.process.Leftovers;
import io.fulfilment.local.process.Progress;
import io.fulfilment.local.process.StartFailed;
import io.fulfilment.local.process.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The system in the foreground: from an empty machine to the banner, and back. */
final class LocalSystem {

    private static final long LEAST_SPACE = 512L << 20;

    private final Options options;
    private final Layout layout;
    private final Jvm jvm;
    private final Progress progress;

    LocalSystem(Options options, Jvm jvm, Progress progress) {
        this.options = options;
        this.layout = options.layout();
        this.jvm = jvm;
        this.progress = progress;
    }

    /** Starts everything and stays until the process is asked to end. */
    void run() throws IOException, InterruptedException, StartFailed {
        SingleInstance instance = open();
        start();
        while (instance.isHeld()) {
            Thread.sleep(Duration.ofDays(1));
        }
    }

    /** Takes the folder for this process, and stops what an earlier one left running in it. */
    SingleInstance open() throws IOException, InterruptedException, StartFailed {
        layout.create();
        requireSpace();
        SingleInstance instance = SingleInstance.claim(layout.run());
        stopLeftovers();
        if (options.fresh()) {
            layout.wipe();
        }
        Files.writeString(
                layout.run().resolve("supervisor.pid"), ProcessHandle.current().pid() + "\n");
        return instance;
    }

    private void start() throws IOException, InterruptedException, StartFailed {
        long begin = System.nanoTime();
        Parts parts = parts();
        var supervisor = new Supervisor(Topology.of(parts), layout.directory(), progress);
        var control = new ControlEndpoint(supervisor, layout.run());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor, control), "stop"));
        progress.say("Starting (data and logs in " + layout.local() + ")");
        supervisor.startAll();
        control.open();
        long products = PriceList.of(parts).await();
        progress.say(Banner.of(parts, layout, products, Duration.ofNanos(System.nanoTime() - begin)));
    }

    private Parts parts() {
        return new Parts(options, jvm, new Secrets(layout.secrets()));
    }

    private void stopLeftovers() throws IOException, InterruptedException {
        var leftovers = new Leftovers(Topology.of(parts()), jvm.markPrefix(), layout.directory());
        int stopped = leftovers.stop();
        if (stopped > 0) {
            progress.say("Stopped " + stopped + " processes that an earlier run left behind");
        }
    }

    private void requireSpace() throws IOException, StartFailed {
        long space = Files.getFileStore(layout.local()).getUsableSpace();
        if (space < LEAST_SPACE) {
            throw new StartFailed("the disk of " + layout.local() + " has only " + (space >> 20) + " MB left, and "
                    + (LEAST_SPACE >> 20) + " MB are needed: make room, or give --local-dir DIR on another disk");
        }
    }

    /** Runs while the JVM goes down, whatever the reason; a second signal finds it at work and changes nothing. */
    private void stop(Supervisor supervisor, ControlEndpoint control) {
        try {
            progress.say("Stopping");
            supervisor.stopAll();
            control.close();
            Path pidFile = layout.run().resolve("supervisor.pid");
            Files.deleteIfExists(pidFile);
            progress.say("Stopped");
        } catch (IOException | InterruptedException e) {
            progress.say("Not everything could be stopped: " + e.getMessage());
        }
    }
}
