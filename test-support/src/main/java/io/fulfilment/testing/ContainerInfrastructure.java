package io.fulfilment.testing;

import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The images that docker-compose.yml names, by Testcontainers. */
record ContainerInfrastructure(PostgreSQLContainer postgres, KafkaContainer kafka) implements RunningInfrastructure {

    private static final String DATABASE = "fulfilment";

    static ContainerInfrastructure start() {
        requireDocker();
        var infrastructure = new ContainerInfrastructure(database(), broker());
        Startables.deepStart(infrastructure.postgres, infrastructure.kafka).join();
        infrastructure.prepare();
        return infrastructure;
    }

    /** @throws IllegalStateException with what to do about it */
    static void requireDocker() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException(
                    "-Pcontainers needs Docker, and none answers: start it, or leave the profile out, which tests the same without");
        }
    }

    private static PostgreSQLContainer database() {
        var image = DockerImageName.parse(ComposeImages.of("postgres")).asCompatibleSubstituteFor("postgres");
        var database = new PostgreSQLContainer(image);
        database.withDatabaseName(DATABASE);
        database.withCommand(
                "postgres -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300");
        return database;
    }

    private static KafkaContainer broker() {
        var image = DockerImageName.parse(ComposeImages.of("kafka")).asCompatibleSubstituteFor("apache/kafka");
        var broker = new KafkaContainer(image);
        // It writes its configuration as it starts, whatever the rights of the image's own.
        broker.withTmpFs(Map.of("/opt/kafka/config", "uid=1000,gid=1000"));
        BrokerSettings.common().forEach((name, value) -> broker.withEnv(variable(name), value));
        return broker;
    }

    private static String variable(String setting) {
        return "KAFKA_" + setting.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private void prepare() {
        try (var superuser =
                DriverManager.getConnection(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword())) {
            Roles.create(superuser);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL could not be prepared", e);
        }
        TestTopics.create(kafkaBootstrapServers());
    }

    @Override
    public String databaseUrl() {
        return "jdbc:postgresql://" + postgres.getHost() + ":"
                + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/" + DATABASE;
    }

    @Override
    public String kafkaBootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public void stop() {
        kafka.stop();
        postgres.stop();
    }
}
