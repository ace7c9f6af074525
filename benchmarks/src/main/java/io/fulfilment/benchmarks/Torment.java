package io.fulfilment.benchmarks;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/**
 * Kills one replica of a service with -9 and pauses another for longer than it may keep a lease, again and again, until it is told to
 * stop. While one that was killed is not back, none is killed: there is always one that is whole.
 */
final class Torment {

    /** One to kill, one to pause, and one to go on. */
    static final int REPLICAS = 3;

    /** Longer than a replica keeps its share of the publishing, or a call to the gateway, without a word. */
    static final Duration PAUSE = Duration.ofSeconds(5);

    /** What befalls a replica. */
    enum Kind {
        KILL,
        PAUSE
    }

    /**
     * @param failure why it doesn't count; empty if it was seen to be there, and to be over
     * @param overAt in nanoseconds
     */
    record Fault(Kind kind, String failure, long overAt) {}

    private final List<String> replicas;
    private final Faults faults;
    private final Duration pause;
    private final Random random;
    private final FutureTask<List<Fault>> performance = new FutureTask<>(this::perform);
    private volatile boolean over;

    Torment(List<String> replicas, Faults faults, Duration pause, Random random) {
        this.replicas = replicas;
        this.faults = faults;
        this.pause = pause;
        this.random = random;
    }

    void start() {
        Thread.ofVirtual().name("torment").start(performance);
    }

    /** However the driver ends: a signal or a failure leaves nothing killed or paused behind. */
    void stopAtExit() {
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("torment-stop").unstarted(() -> {
                    try {
                        stop();
                    } catch (ExecutionException | InterruptedException e) {
                        throw new IllegalStateException("the torment didn't end well", e);
                    }
                }));
    }

    /** When the last of them was over, in nanoseconds. */
    static OptionalLong lastOverAt(List<Fault> faults) {
        return faults.stream().mapToLong(Fault::overAt).max();
    }

    /** Waits for the faults that are under way, and leaves every replica running, whatever has happened. */
    List<Fault> stop() throws ExecutionException, InterruptedException {
        over = true;
        try {
            return performance.get();
        } finally {
            heal();
        }
    }

    /** One that can't be doesn't keep the others from it. */
    private void heal() throws ExecutionException, InterruptedException {
        var healing = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            replicas.forEach(replica -> healing.add(threads.submit(() -> faults.heal(replica))));
        }
        for (Future<?> each : healing) {
            each.get();
        }
    }

    /** Ends with a fault that fails, too: there may be too few left for another. */
    private List<Fault> perform() throws ExecutionException, InterruptedException {
        var performed = new ConcurrentLinkedQueue<Fault>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var others = new ArrayList<>(replicas);
            Future<?> kill = CompletableFuture.completedFuture("none yet");
            do {
                if (kill.isDone()) {
                    others = new ArrayList<>(replicas);
                    String victim = others.remove(random.nextInt(others.size()));
                    kill = threads.submit(() -> performed.add(fault(Kind.KILL, victim, faults::kill)));
                }
                String paused = others.get(random.nextInt(others.size()));
                performed.add(fault(Kind.PAUSE, paused, name -> faults.pause(name, pause)));
            } while (!over
                    && performed.stream().allMatch(fault -> fault.failure().isEmpty()));
            kill.get();
        }
        return List.copyOf(performed);
    }

    private static Fault fault(Kind kind, String replica, Consumer<String> action) {
        String failure = "";
        try {
            action.accept(replica);
        } catch (IllegalStateException | UncheckedIOException e) {
            String what = kind.name().toLowerCase(Locale.ROOT);
            failure = "the " + what + " of " + replica + " failed: " + e.getMessage();
        }
        return new Fault(kind, failure, System.nanoTime());
    }
}
