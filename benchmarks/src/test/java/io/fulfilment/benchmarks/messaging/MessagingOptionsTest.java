package io.fulfilment.benchmarks.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fulfilment.benchmarks.messaging.MessagingOptions.Part;
import org.junit.jupiter.api.Test;

class MessagingOptionsTest {

    @Test
    void measuresWhatTakesSomeMinutesUnlessToldOtherwise() {
        assertThat(MessagingOptions.parse().parts())
                .containsExactly(Part.DRAIN, Part.LATENCY, Part.CONSUME, Part.LIMITS);
        assertThat(MessagingOptions.parse().rows()).isEqualTo(500_000);
    }

    @Test
    void measuresOnlyWhatIsNamed() {
        var options = MessagingOptions.parse("--only", "drain,limits", "--rows", "1000");

        assertThat(options.parts()).containsExactly(Part.DRAIN, Part.LIMITS);
        assertThat(options.rows()).isEqualTo(1_000);
        assertThat(options.rate()).isEqualTo(500);
    }

    @Test
    void refusesAPartThatThereIsNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MessagingOptions.parse("--only", "drain,speed"))
                .withMessageContaining("speed");
    }

    @Test
    void refusesNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MessagingOptions.parse("--messages", "0"))
                .withMessage("--messages is at least 1");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException().isThrownBy(() -> MessagingOptions.parse("--kill", "1"));
        assertThatIllegalArgumentException().isThrownBy(() -> MessagingOptions.parse("--rows"));
        assertThatIllegalArgumentException().isThrownBy(() -> MessagingOptions.parse("rows", "1"));
    }
}
