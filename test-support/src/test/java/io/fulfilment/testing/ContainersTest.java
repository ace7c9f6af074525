package io.fulfilment.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class ContainersTest {

    @Test
    void theyAreThoseOfCompose() {
        assertThat(ComposeImages.of("postgres")).startsWith("postgres:18");
        assertThat(ComposeImages.of("kafka")).startsWith("apache/kafka:4.");
    }

    /** The first that is tested with the profile, so that what is missing is said once. */
    @Test
    @EnabledIfSystemProperty(named = "test.infrastructure", matches = "containers")
    void dockerIsThere() {
        ContainerInfrastructure.requireDocker();
    }
}
