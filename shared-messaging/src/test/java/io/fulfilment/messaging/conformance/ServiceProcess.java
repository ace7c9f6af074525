package io.fulfilment.messaging.conformance;

import io.fulfilment.messaging.conformance.service.ServiceMain;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** One of the processes of the service, started again after each end. */
final class ServiceProcess implements AutoCloseable {

    /** Tells the database who does something. */
    private static final String CONNECTION_NAME = "--spring.datasource.hikari.data-source-properties.ApplicationName=";

    private final String name;
    private final List<String> settings;
    private volatile ChildProcess process;

    private ServiceProcess(String name, List<String> settings) {
        this.name = name;
        this.settings = settings;
        this.process = launch();
    }

    /** It sends of its own accord as soon as it can. */
    static ServiceProcess start(String name, List<String> settings) {
        return new ServiceProcess(name, settings);
    }

    private ChildProcess launch() {
        var launched = ChildProcess.start(
                name,
                ServiceMain.class,
                "-Xmx192m",
                Stream.concat(settings.stream(), Stream.of(CONNECTION_NAME + name))
                        .toList());
        launched.whenReady("write");
        return launched;
    }

    /** Starts it if it has ended, and doesn't wait for it. */
    synchronized void revive() {
        if (!process.isAlive()) {
            process = launch();
        }
    }

    ChildProcess process() {
        return process;
    }

    CompletableFuture<String> ask(String command) {
        return process.ask(command);
    }

    /** Returns when it sends nothing more of its own accord. */
    void rest() {
        ChildProcess.join(ask("rest"));
    }

    @Override
    public void close() {
        process.kill();
    }

    @Override
    public String toString() {
        return name;
    }
}
