package io.fulfilment.saga.application;

import com.zaxxer.hikari.HikariDataSource;
import io.fulfilment.messaging.IdSource;
import io.fulfilment.saga.fulfilment.OrderSagas;
import io.fulfilment.testing.Infrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Use cases and storage without messaging. */
@TestConfiguration(proxyBeanMethods = false)
@EnableTransactionManagement
@ComponentScan({"io.fulfilment.saga.application", "io.fulfilment.saga.persistence"})
public class UseCases {

    @Bean
    HikariDataSource dataSource() {
        var infrastructure = Infrastructure.shared();
        var owner = Infrastructure.ownerOf("saga-orchestrator");
        Flyway.configure()
                .dataSource(infrastructure.databaseUrl(), owner, infrastructure.passwordOf(owner))
                .load()
                .migrate();
        var role = Infrastructure.schemaOf("saga-orchestrator");
        var pool = new HikariDataSource();
        pool.setJdbcUrl(infrastructure.databaseUrl());
        pool.setUsername(role);
        pool.setPassword(infrastructure.passwordOf(role));
        return pool;
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource database) {
        return new JdbcTransactionManager(database);
    }

    @Bean
    JdbcClient jdbc(DataSource database) {
        return JdbcClient.create(database);
    }

    @Bean
    SagaDefinitions definitions() {
        return SagaDefinitions.of(OrderSagas.ALL);
    }

    @Bean
    RecordingOutbox outbox() {
        return new RecordingOutbox();
    }

    @Bean
    IdSource ids() {
        return UUID::randomUUID;
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }
}
