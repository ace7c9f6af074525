package io.fulfilment.events.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.catalogue.Contracts;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The landed schemas are those of the records. {@code -Dcontracts.approve} writes new ones and compatible changes; it
 * never lets an incompatible change pass.
 */
class ContractSchemasTest {

    private static final Path SOURCES = Path.of("src/main/java");

    @Test
    void landedSchemasHoldStill() {
        var landed = LandedSchemas.ofTheBuild();
        var current = new MessageSchemas(SOURCES).of(Contracts.all());

        if (Boolean.getBoolean("contracts.approve")) {
            landed.approve(current);
        }

        assertThat(landed.breaks(current)).isEmpty();
        assertThat(landed.outdated(current))
                .as("new or compatibly changed: approve with ./mvnw -pl shared-events test -Dcontracts.approve=true")
                .isEmpty();
    }
}
