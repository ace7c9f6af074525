package io.fulfilment.archive;

import com.zaxxer.hikari.HikariDataSource;
import io.fulfilment.testing.Infrastructure;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The archive on a real database, as the role that the service has; without Kafka and HTTP. */
@TestConfiguration(proxyBeanMethods = false)
@EnableTransactionManagement
@ComponentScan({"io.fulfilment.archive.application", "io.fulfilment.archive.persistence", "io.fulfilment.archive.query"
})
public class Slice {

    private static final String SERVICE = "event-store";

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
    TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
        return new TransactionTemplate(transactions);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
        return new JdbcTemplate(dataSource);
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
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
