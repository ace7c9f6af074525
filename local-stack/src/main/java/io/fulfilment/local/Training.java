package io.fulfilment.local;

import io.fulfilment.local.process.Component;
import io.fulfilment.local.process.Ports;
import io.fulfilment.local.process.Progress;
import io.fulfilment.local.process.StartFailed;
import io.fulfilment.local.process.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Has a system of its own do what services do all day, so that each can write its cache for later starts. */
final class Training {

    private static final Duration WRITING_PATIENCE = Duration.ofMinutes(5);
    private static final long LEAST_SPACE = 2L << 30;

    private final int orders;
    private final Progress progress;
    private final Layout layout;
    private final Jvm jvm;
    private volatile boolean ending;
    private volatile @Nullable Supervisor supervisor;

    Training(Path project, int orders, Progress progress) throws IOException {
        this.orders = orders;
        this.progress = progress;
        this.layout = new Layout(project, project.resolve("target/training"));
        this.jvm = new Jvm(layout)
                .training(Stream.concat(Options.SERVICES.stream(), Stream.of(Topology.CONSOLE))
                        .toList());
    }

    /** What it started ends with this process, whether or not it came to its end. */
    void run() throws IOException, InterruptedException, StartFailed {
        requireSpace();
        requireThatCachesAreOurs();
        SingleInstance instance = new LocalSystem(options(0), jvm, progress).open();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(instance), "end"));
        try {
            Parts parts = parts();
            var started = new Supervisor(Topology.of(parts), layout.directory(), progress);
            supervisor = started;
            if (!ending) {
                train(parts, started);
            }
        } catch (IOException | StartFailed e) {
            if (ending) {
                throw new StartFailed("the training was broken off");
            }
            throw e;
        }
    }

    private void requireSpace() throws IOException, StartFailed {
        long space = Files.getFileStore(layout.project()).getUsableSpace();
        if (space < LEAST_SPACE) {
            throw new StartFailed("the disk of " + layout.project() + " has only " + (space >> 20) + " MB left, and "
                    + (LEAST_SPACE >> 20) + " MB are needed: make room");
        }
    }

    private void requireThatCachesAreOurs() throws StartFailed {
        if (jvm.further().areAboutCaches()) {
            throw new StartFailed(
                    "SERVICE_JAVA_OPTIONS (" + String.join(" ", jvm.further().list())
                            + ") say what caches the JVM has, and it writes no other: leave that out");
        }
    }

    private void train(Parts parts, Supervisor supervisor) throws IOException, InterruptedException, StartFailed {
        progress.say("Training (logs in " + layout.local().resolve("logs") + ")");
        supervisor.startAll();
        PriceList.of(parts).await();
        try (var shop = new Shop(parts::url)) {
            new Customers(shop).order(orders, progress);
        }
        for (Map.Entry<String, AotCache> cache : jvm.inTraining().entrySet()) {
            String service = cache.getKey();
            supervisor.stop(service, WRITING_PATIENCE);
            long size = cache.getValue().keep(layout.directory().log(service));
            progress.say(String.format(Locale.ROOT, "  %-22s cache written, %d MB", service, size >> 20));
        }
        progress.say("./run starts from these caches from now on, until something is built anew");
    }

    /** On ports that are free now, apart from those of a system that may be started meanwhile. */
    private Parts parts() throws StartFailed {
        var secrets = new Secrets(layout.secrets());
        return IntStream.iterate(2_000, offset -> offset < 4_000, offset -> offset + 100)
                .mapToObj(offset -> new Parts(options(offset), jvm, secrets))
                .filter(parts -> Topology.of(parts).stream()
                        .map(Component::ports)
                        .allMatch(ports -> ports.stream().allMatch(Ports::isFree)))
                .findFirst()
                .orElseThrow(() -> new StartFailed("no free ports for a training between 10000 and 23000"));
    }

    private Options options(int portOffset) {
        return new Options(true, false, Map.of(), portOffset, layout);
    }

    /** Nothing that is still running has anything to lose. */
    private void end(SingleInstance instance) {
        ending = true;
        Supervisor started = supervisor;
        try (instance) {
            if (started != null) {
                started.killAll();
            }
            layout.wipe();
            for (AotCache cache : jvm.inTraining().values()) {
                cache.discard();
            }
            Files.deleteIfExists(layout.run().resolve("supervisor.pid"));
        } catch (IOException | InterruptedException e) {
            progress.say("Not everything could be tidied up: " + e.getMessage());
        }
    }
}
