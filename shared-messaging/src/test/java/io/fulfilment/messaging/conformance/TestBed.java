package io.fulfilment.messaging.conformance;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL and the Kafka that all runs of this JVM share, and that faults befall; not those of other tests. */
record TestBed(Database database, Broker broker) {

    private static final Logger LOG = LoggerFactory.getLogger(TestBed.class);
    private static final AtomicInteger RUNS = new AtomicInteger();

    /** Started with its first use, gone with the JVM. */
    static TestBed shared() {
        return Holder.INSTANCE;
    }

    /** Tells the names of one run from those of the others. */
    int nextRun() {
        return RUNS.incrementAndGet();
    }

    private static TestBed start() {
        var database = CompletableFuture.supplyAsync(Database::start);
        var broker = Broker.start();
        var bed = new TestBed(database.join(), broker);
        Runtime.getRuntime().addShutdownHook(new Thread(bed::stop, "conformance-stop"));
        return bed;
    }

    private void stop() {
        try (database;
                broker) {
            LOG.debug("Stopping");
        } catch (IOException e) {
            LOG.warn("Something is left in the temporary folder", e);
        }
    }

    private static final class Holder {
        static final TestBed INSTANCE = start();
    }
}
