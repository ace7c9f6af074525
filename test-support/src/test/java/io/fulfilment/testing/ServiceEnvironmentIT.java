package io.fulfilment.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

@ServiceIT
@TestPropertySource(
        properties = {
            "spring.application.name=payment-service",
            "spring.datasource.url=${DATABASE_URL}",
            "spring.datasource.username=${DATABASE_USERNAME}",
            "spring.datasource.password=${DATABASE_PASSWORD}"
        })
class ServiceEnvironmentIT {

    @Autowired
    DataSource dataSource;

    @Autowired
    Environment environment;

    @Test
    void aServiceIsItselfInTheDatabase() throws SQLException {
        try (var connection = dataSource.getConnection()) {
            assertThat(connection.getMetaData().getUserName()).isEqualTo("payment_service");
            assertThat(connection.getSchema()).isEqualTo("payment_service");
        }
    }

    @Test
    void aServiceIsToldWhereTheRestIs() {
        assertThat(environment.getProperty("DATABASE_MIGRATION_USERNAME")).isEqualTo("payment_service_owner");
        assertThat(environment.getProperty("KAFKA_BOOTSTRAP_SERVERS"))
                .isEqualTo(Infrastructure.shared().kafkaBootstrapServers());
        assertThat(environment.getProperty("OIDC_JWKS_URI")).startsWith("http://127.0.0.1:");
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static class Application {}
}
