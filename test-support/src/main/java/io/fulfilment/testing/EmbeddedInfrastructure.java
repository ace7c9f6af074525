package io.fulfilment.testing;

import java.util.concurrent.CompletableFuture;
import org.springframework.boot.SpringApplication;

/** Real binaries of PostgreSQL as a child process, and a real broker in this JVM; no Docker. */
record EmbeddedInfrastructure(EmbeddedDatabase database, EmbeddedKafka kafka) implements Infrastructure {

    static EmbeddedInfrastructure start() {
        var database = CompletableFuture.supplyAsync(EmbeddedDatabase::start);
        var kafka = EmbeddedKafka.start();
        var infrastructure = new EmbeddedInfrastructure(database.join(), kafka);
        // Unlike a plain shutdown hook, this one waits until the applications have let go of both.
        SpringApplication.getShutdownHandlers().add(infrastructure::stop);
        return infrastructure;
    }

    private void stop() {
        kafka.stop();
        database.stop();
    }

    @Override
    public String databaseUrl() {
        return database.url();
    }

    @Override
    public String kafkaBootstrapServers() {
        return kafka.bootstrapServers();
    }
}
