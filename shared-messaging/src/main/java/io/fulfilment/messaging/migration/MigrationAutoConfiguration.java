package io.fulfilment.messaging.migration;

import io.fulfilment.messaging.archive.RecordSink;
import org.flywaydb.core.Flyway;
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

    @Bean
    @ConditionalOnMissingBean
    FlywayMigrationStrategy messagingFirst() {
        return service -> {
            overExistingTables(service)
                    .locations(LOCATION)
                    .table(HISTORY)
                    .load()
                    .migrate();
            overExistingTables(service).load().migrate();
        };
    }

    /** Neither history minds that the schema isn't empty: the other's tables are there already. */
    private static FluentConfiguration overExistingTables(Flyway service) {
        return Flyway.configure(service.getConfiguration().getClassLoader())
                .configuration(service.getConfiguration())
                .baselineOnMigrate(true)
                .baselineVersion("0");
    }
}
