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
        assertThat(options.cancel()).isZero();
    }

    @Test
    void warmsUpAtTheSameRateUnlessToldOtherwise() {
        assertThat(Options.parse("--rate", "70").warmUpRate()).isEqualTo(70);
        assertThat(Options.parse("--warm-up-rate", "150").warmUpRate()).isEqualTo(150);
        assertThat(Options.parse("--warm-up-rate", "150").rate()).isEqualTo(50);
    }

    @Test
    void givesATormentedSystemMoreTime() {
        assertThat(Options.parse().finalWithin()).hasSeconds(30);
        assertThat(Options.parse("--torment", "event-store").finalWithin()).hasSeconds(60);
        assertThat(Options.parse("--torment", "event-store", "--final-within-seconds", "9")
                        .finalWithin())
                .hasSeconds(9);
    }

    @Test
    void missesMailsOnlyWhereTheirSenderIsKilled() {
        assertThat(Options.parse("--kill").maySwallowMails()).isTrue();
        assertThat(Options.parse("--torment", "notification-service").maySwallowMails())
                .isTrue();
        assertThat(Options.parse("--torment", "saga-orchestrator").maySwallowMails())
                .isFalse();
    }

    @Test
    void refusesWhatExcludesEachOther() {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--race", "--cancel", "10"));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse("--torment", "event-store", "--kill"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse("--torment", "kafka"))
                .withMessageContaining("saga-orchestrator");
    }

    @Test
    void refusesARateOfNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse("--warm-up-rate", "0"))
                .withMessage("--warm-up-rate is at least 1");
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
