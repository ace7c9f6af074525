package io.fulfilment.testing;

import java.util.concurrent.CompletableFuture;

/** Real binaries of PostgreSQL as a child process, and a real broker in this JVM; no Docker. */
record EmbeddedInfrastructure(EmbeddedDatabase database, EmbeddedKafka kafka) implements RunningInfrastructure {

    static EmbeddedInfrastructure start() {
        var database = CompletableFuture.supplyAsync(EmbeddedDatabase::start);
        var kafka = EmbeddedKafka.start();
        return new EmbeddedInfrastructure(database.join(), kafka);
    }

    @Override
    public void stop() {
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
