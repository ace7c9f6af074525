package io.fulfilment.local.process;

import io.fulfilment.local.process.Component.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Runs the components: starts those of a stage side by side and one stage after the other, and stops them in reverse. */
public final class Supervisor {

    private static final Duration START_PATIENCE = Duration.ofSeconds(120);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Component> components = new LinkedHashMap<>();
    private final Map<String, Launched> launched = new ConcurrentHashMap<>();
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final ReadWriteLock preparations = new ReentrantReadWriteLock();
    private final RunDirectory directory;
    private final Progress progress;
    private volatile boolean stopping;

    public Supervisor(Collection<Component> components, RunDirectory directory, Progress progress) {
        components.forEach(component -> this.components.put(component.name(), component));
        this.directory = directory;
        this.progress = progress;
    }

    /** Starts everything. Stand-ins depend on nothing, and so start together with the infrastructure. */
    public void startAll() throws StartFailed, InterruptedException {
        for (Component component : components.values()) {
            Ports.requireFree(component);
        }
        var standIns = new Crew(of(Stage.STAND_IN), this::start);
        new Crew(of(Stage.INFRASTRUCTURE), this::start).await();
        new Crew(of(Stage.SERVICE), this::start).await();
        standIns.await();
    }

    /** Starts one that does not run, and returns when it is ready. */
    public void start(String name) throws StartFailed, InterruptedException {
        Component component = component(name);
        var lock = locks.computeIfAbsent(name, key -> new ReentrantLock());
        lock.lockInterruptibly();
        try {
            if (isRunning(name)) {
                throw new StartFailed(name + " is running already");
            }
            Ports.requireFree(component);
            long begin = System.nanoTime();
            prepare(component);
            Launched process = launch(component);
            awaitReadinessOrStop(process);
            progress.ready(name, Duration.ofNanos(System.nanoTime() - begin));
        } catch (IOException e) {
            throw new StartFailed("cannot start " + name + ": " + e.getMessage());
        } finally {
            lock.unlock();
        }
    }

    /** Kills one at once, as a crash would. */
    public void kill(String name) throws StartFailed, InterruptedException, IOException {
        component(name);
        Launched process = launched.get(name);
        if (process == null || !process.isAlive()) {
            throw new StartFailed(name + " is not running");
        }
        process.kill();
        progress.say("  " + name + " was killed, as asked; ./run start " + name + " starts it again");
    }

    /** Asks one to stop, which has to have ended when that time is over; one that does not run is left alone. */
    public void stop(String name, Duration patience) throws StartFailed, InterruptedException, IOException {
        component(name);
        Launched process = launched.get(name);
        if (process != null) {
            process.stop(patience);
        }
    }

    /** Ends everything at once, and starts nothing any more. Safe to call while a start is under way. */
    public void killAll() throws InterruptedException {
        refuseLaunches();
        new Crew(List.copyOf(components.values()), this::killIfLaunched).awaitAll();
        awaitPreparations();
    }

    private void killIfLaunched(String name) throws InterruptedException {
        Launched process = launched.get(name);
        try {
            if (process != null) {
                process.kill();
            }
        } catch (IOException e) {
            progress.say("  cannot kill " + name + ": " + e.getMessage());
        }
    }

    /** Stops everything, services first. Safe to call while a start is under way. */
    public void stopAll() throws InterruptedException {
        refuseLaunches();
        for (Stage stage : Arrays.asList(Stage.values()).reversed()) {
            List<Component> running = of(stage).stream()
                    .filter(component -> launched.containsKey(component.name()))
                    .toList();
            new Crew(running, this::stop).awaitAll();
        }
        awaitPreparations();
    }

    /** A preparation runs programs of its own, which are to end before we do. */
    private void awaitPreparations() throws InterruptedException {
        preparations.writeLock().lockInterruptibly();
        preparations.writeLock().unlock();
    }

    private void prepare(Component component) throws IOException, InterruptedException, StartFailed {
        preparations.readLock().lockInterruptibly();
        try {
            refuseIfStopping(component);
            component.readiness().prepare();
        } finally {
            preparations.readLock().unlock();
        }
    }

    private synchronized void refuseLaunches() {
        stopping = true;
    }

    private void stop(String name) throws InterruptedException {
        Launched process = launched.get(name);
        try {
            if (process != null && process.stop(STOP_PATIENCE)) {
                progress.say("  " + name + " stopped");
            }
        } catch (IOException e) {
            progress.say("  cannot tidy up after " + name + ": " + e.getMessage());
        }
    }

    /** A launch and the beginning of a stop exclude each other, so that nothing is started that nobody stops. */
    private synchronized Launched launch(Component component) throws IOException, StartFailed {
        refuseIfStopping(component);
        Launched process = Launched.start(component, directory);
        launched.put(component.name(), process);
        process.whenItDies(exitCode -> reportDeath(process, exitCode));
        return process;
    }

    private void refuseIfStopping(Component component) throws StartFailed {
        if (stopping) {
            throw new StartFailed(component.name() + " is not started: the system is stopping");
        }
    }

    /** What isn't ready in time is not left half started. */
    private void awaitReadinessOrStop(Launched process) throws StartFailed, InterruptedException, IOException {
        try {
            awaitReadiness(process);
        } catch (StartFailed e) {
            process.stop(STOP_PATIENCE);
            throw e;
        }
    }

    private void awaitReadiness(Launched process) throws StartFailed, InterruptedException {
        Component component = process.component();
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (true) {
            if (!process.isAlive()) {
                refuseIfStopping(component);
                throw new StartFailed(obituary(component.name(), process.exitCode()));
            }
            try {
                component.readiness().check();
                process.becameReady();
                return;
            } catch (InterruptedException | StartFailed e) {
                throw e;
            } catch (Exception e) {
                if (System.nanoTime() > deadline) {
                    throw new StartFailed(component.name() + " is not ready after " + START_PATIENCE.toSeconds()
                            + " s (" + e.getMessage() + "); its log: " + directory.log(component.name()));
                }
            }
            Thread.sleep(100);
        }
    }

    private void reportDeath(Launched process, int exitCode) {
        String name = process.component().name();
        try {
            process.forget();
        } catch (IOException e) {
            progress.say("  cannot remove the pid file of " + name + ": " + e.getMessage());
        }
        // Before it is ready, whoever waits for it reports.
        if (process.wasReady() && !stopping) {
            progress.say(
                    obituary(name, exitCode) + "\n  The others carry on; ./run start " + name + " starts it again.");
        }
    }

    private String obituary(String name, int exitCode) {
        directory.keepLastWords(name);
        List<String> tail = LogTail.of(directory.log(name), 12);
        return name + " ended by itself with exit code " + exitCode + "; its log: " + directory.log(name)
                + (tail.isEmpty() ? "" : "\n    " + String.join("\n    ", tail));
    }

    private boolean isRunning(String name) {
        Launched process = launched.get(name);
        return process != null && process.isAlive();
    }

    private Component component(String name) throws StartFailed {
        Component component = components.get(name);
        if (component == null) {
            throw new StartFailed("there is no " + name + "; there are " + String.join(", ", components.keySet()));
        }
        return component;
    }

    private List<Component> of(Stage stage) {
        return components.values().stream()
                .filter(component -> component.stage() == stage)
                .toList();
    }
}
