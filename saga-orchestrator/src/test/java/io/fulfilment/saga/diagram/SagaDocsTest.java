package io.fulfilment.saga.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/sagas.md says what the definitions say. {@code -Dcontracts.approve} writes it anew, below what is written by hand. */
class SagaDocsTest {

    private static final Path FILE = Path.of("../docs/sagas.md");
    private static final String MARKER =
            "<!-- From here on made from the definitions: change those, and approve. -->\n";

    @Test
    void describesEverySaga() throws IOException {
        var written = Files.readString(FILE);
        assertThat(written).containsOnlyOnce(MARKER);
        var byHand = written.substring(0, written.indexOf(MARKER) + MARKER.length());
        var current = byHand + "\n" + SagaDocs.of(Pictures.sagas().reversed());
        if (Boolean.getBoolean("contracts.approve")) {
            Files.writeString(FILE, current);
        }
        assertThat(FILE)
                .as("a saga has changed: approve with -Dcontracts.approve")
                .content()
                .isEqualTo(current);
    }
}
