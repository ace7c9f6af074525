package io.fulfilment.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    private static final Path PROJECT = Path.of("/project");

    @Test
    void understandsWhatTheUsagePromises() {
        Options options = parse("--fresh --replicas order-service=2 --replicas event-store=3 --port-offset 100");

        assertThat(options.fresh()).isTrue();
        assertThat(options.replicas()).isEqualTo(Map.of("order-service", 2, "event-store", 3));
        assertThat(options.portOffset()).isEqualTo(100);
        assertThat(options.layout().local()).isEqualTo(PROJECT.resolve(".local"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--frehs",
                "--replicas",
                "--replicas order-service",
                "--replicas postgres=2",
                "--replicas order-service=0",
                "--replicas order-service=many",
                "--port-offset -1",
                "--port-offset 60000",
                "--local-dir"
            })
    void refusesWhatItDoesNotUnderstand(String arguments) {
        assertThatIllegalArgumentException().isThrownBy(() -> parse(arguments));
    }

    @Test
    void trainsWithAsManyOrdersAsItIsTold() {
        assertThat(Options.orders(List.of("--orders", "70"))).isEqualTo(70);
        assertThat(Options.orders(List.of())).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--orders", "--orders 0", "--orders many", "--fresh", "--local-dir x"})
    void trainsWithNothingElse(String arguments) {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.orders(List.of(arguments.split(" "))));
    }

    private static Options parse(String arguments) {
        return Options.parse(List.of(arguments.split(" ")), PROJECT);
    }
}
