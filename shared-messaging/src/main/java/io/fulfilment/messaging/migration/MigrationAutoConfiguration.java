package io.fulfilment.messaging.migration;

import io.fulfilment.messaging.archive.RecordSink;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;

/**
 * Migrates the starter's tables before the service's own, each with its own history. An archive, which sends and handles
 * nothing, gets none of them.
 */
@AutoConfiguration(beforeName = "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration")
@ConditionalOnMissingBean(RecordSink.class)
class MigrationAutoConfiguration {

    private static final String LOCATION = "classpath:db/messaging";
    private static final String HISTORY = "messaging_schema_history";
    private static final String LOCK = "hashtext('migration of ' || current_schema())";

    @Bean
    @ConditionalOnMissingBean
    FlywayMigrationStrategy messagingFirst() {
        return service -> oneByOne(service, () -> {
            overExistingTables(service)
                    .locations(LOCATION)
                    .table(HISTORY)
                    .load()
                    .migrate();
            overExistingTables(service).load().migrate();
        });
    }

    /** Flyway locks a history that is there; replicas that start together on an empty schema would both make one. */
    private static void oneByOne(Flyway service, Runnable migration) {
        try (Connection connection = service.getConfiguration().getDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
            try {
                migration.run();
            } finally {
                // It may be a connection that goes back to a pool.
                statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            throw new FlywayException("the schema could not be locked for its migration", e);
        }
    }

    /** Neither history minds that the schema isn't empty: the other's tables are there already. */
    private static FluentConfiguration overExistingTables(Flyway service) {
        return Flyway.configure(service.getConfiguration().getClassLoader())
                .configuration(service.getConfiguration())
                .baselineOnMigrate(true)
                .baselineVersion("0");
    }
}
