package io.fulfilment.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogs;
import org.springframework.mock.env.MockEnvironment;

class ServiceDefaultsTest {

    private static final String EXPORT = "management.opentelemetry.tracing.export.otlp.endpoint";

    private final MockEnvironment environment =
            new MockEnvironment().withProperty("spring.application.name", "order-service");

    @Test
    void aServiceHasTheSchemaOfItsName() {
        decide();

        assertThat(environment.getProperty("service.schema")).isEqualTo("order_service");
    }

    @Test
    void tracesGoWhereTheyAreToldTo() {
        environment
                .withProperty("OTLP_ENDPOINT", "http://127.0.0.1:4318/v1/traces")
                .withProperty("TRACING_SAMPLING", "0.5");

        decide();

        assertThat(environment.getProperty(EXPORT)).isEqualTo("http://127.0.0.1:4318/v1/traces");
        assertThat(environment.getProperty("service.traced")).isEqualTo("0.5");
    }

    /** They would cost, and be for nobody. */
    @Test
    void nothingIsTracedWithoutAPlaceForIt() {
        environment.withProperty("TRACING_SAMPLING", "1");

        decide();

        assertThat(environment.getProperty("service.traced")).isEqualTo("0");
    }

    @Test
    void aPlaceThatNobodyKnowsIsNone() {
        environment
                .withProperty("TRACING_SAMPLING", "1")
                .withProperty("OTLP_ENDPOINT", "http://collector.invalid:4318/v1/traces");

        decide();

        assertThat(environment.getProperty(EXPORT)).isNull();
        assertThat(environment.getProperty("service.traced")).isEqualTo("0");
    }

    private void decide() {
        new ServiceDefaults(new DeferredLogs()).postProcessEnvironment(environment, new SpringApplication());
    }
}
