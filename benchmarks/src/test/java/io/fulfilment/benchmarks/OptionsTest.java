package io.fulfilment.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void readsWhatIsGivenAndKeepsTheRest() {
        Options options = Options.parse("--orders", "10", "--kill", "--seed", "7");

        assertThat(options.orders()).isEqualTo(10);
        assertThat(options.kill()).isTrue();
        assertThat(options.seed()).isEqualTo(7);
        assertThat(options.rate()).isEqualTo(50);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse("--speed", "1"))
                .withMessageContaining("--speed");
    }

    @Test
    void refusesAnOptionWithoutItsValue() {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--orders"));
    }
}
