package io.fulfilment.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.DeferredLogs;
import org.springframework.mock.env.MockEnvironment;

class ServiceDefaultsTest {

    private static final String EXPORT = "management.opentelemetry.tracing.export.otlp.endpoint";

    private static final String SAMPLER = "management.opentelemetry.tracing.sampler";

    private final MockEnvironment environment =
            new MockEnvironment().withProperty("spring.application.name", "order-service");

    @Test
    void aServiceHasTheSchemaOfItsName() {
        decide();

        assertThat(environment.getProperty("service.schema")).isEqualTo("order_service");
    }

    @Test
    void tracesGoWhereTheyAreToldTo() {
        environment.withProperty("OTLP_ENDPOINT", "http://127.0.0.1:4318/v1/traces");

        decide();

        assertThat(environment.getProperty(EXPORT)).isEqualTo("http://127.0.0.1:4318/v1/traces");
        assertThat(environment.getProperty(SAMPLER)).isNull();
    }

    /** They would cost, and be for nobody; also where a client asks for them. */
    @Test
    void nothingIsTracedWithoutAPlaceForIt() {
        decide();

        assertThat(environment.getProperty(SAMPLER)).isEqualTo("always-off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://collector.invalid:4318/v1/traces", "http:// /v1/traces", "nowhere"})
    void aPlaceThatNobodyKnowsIsNone(String endpoint) {
        environment.withProperty("OTLP_ENDPOINT", endpoint);

        decide();

        assertThat(environment.getProperty(EXPORT)).isNull();
        assertThat(environment.getProperty(SAMPLER)).isEqualTo("always-off");
    }

    @Test
    void aPlaceThatIsSetAsAPropertyIsOne() {
        environment.withProperty(EXPORT, "http://127.0.0.1:4318/v1/traces");

        decide();

        assertThat(environment.getProperty(SAMPLER)).isNull();
    }

    private void decide() {
        new ServiceDefaults(new DeferredLogs()).postProcessEnvironment(environment, new SpringApplication());
    }
}
