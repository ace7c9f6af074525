package io.fulfilment.inventory;

import com.zaxxer.hikari.HikariDataSource;
import io.fulfilment.inventory.application.ReservationSettings;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.testing.Infrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import tools.jackson.databind.json.JsonMapper;

/** The use cases on a real database, as the role that the service has; without Kafka and HTTP. */
@TestConfiguration(proxyBeanMethods = false)
@EnableTransactionManagement
@ComponentScan({
    "io.fulfilment.inventory.application",
    "io.fulfilment.inventory.persistence",
    "io.fulfilment.inventory.query"
})
public class Slice {

    private static final String SERVICE = "inventory-service";

    @Bean
    DataSource dataSource() {
        migrate();
        return pool(Infrastructure.schemaOf(SERVICE));
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    JsonMapper jsonMapper() {
        return new JsonMapper();
    }

    @Bean
    RecordedOutbox outbox() {
        return new RecordedOutbox();
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    ReservationSettings reservationSettings() {
        return new ReservationSettings(Duration.ofHours(24), Duration.ofHours(1));
    }

    @Bean
    IdSource ids() {
        return UUID::randomUUID;
    }

    private static void migrate() {
        try (HikariDataSource owner = pool(Infrastructure.ownerOf(SERVICE))) {
            Flyway.configure()
                    .dataSource(owner)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        }
    }

    private static HikariDataSource pool(String role) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(Infrastructure.shared().databaseUrl());
        pool.setUsername(role);
        pool.setPassword(Infrastructure.shared().passwordOf(role));
        return pool;
    }
}
