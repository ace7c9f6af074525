package io.fulfilment.saga.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final UUID SAGA = UUID.fromString("01970000-0000-7000-8000-000000000001");
    private static final RetryPolicy POLICY = new RetryPolicy(Duration.ofSeconds(30), Duration.ofMinutes(8), 5);

    @Test
    void waitsTwiceAsLongFromAttemptToAttemptUpToTheLongest() {
        int[] seconds = {30, 60, 120, 240, 480, 480, 480};
        for (int attempt = 1; attempt <= seconds.length; attempt++) {
            long middle = seconds[attempt - 1] * 1000L;
            assertThat(POLICY.waitOf(SAGA, "some-step", attempt).toMillis())
                    .as("attempt " + attempt)
                    .isBetween(middle * 9 / 10, middle * 11 / 10);
        }
    }

    @Test
    void staysWithinTheLongestHoweverManyAttempts() {
        assertThat(POLICY.waitOf(SAGA, "some-step", Integer.MAX_VALUE)).isLessThan(Duration.ofMinutes(9));
    }

    @Test
    void spreadsSagasButAnswersTheSameForEach() {
        var waits = IntStream.range(0, 100)
                .mapToObj(i -> POLICY.waitOf(new UUID(SAGA.getMostSignificantBits(), i), "some-step", 1))
                .toList();
        assertThat(new HashSet<>(waits)).hasSizeGreaterThan(80).anyMatch(wait -> wait.toMillis() < 28_000);
        assertThat(waits).anyMatch(wait -> wait.toMillis() > 32_000);
        assertThat(POLICY.waitOf(SAGA, "some-step", 1)).isEqualTo(POLICY.waitOf(SAGA, "some-step", 1));
    }

    @Test
    void refusesWhatIsNoPolicy() {
        var second = Duration.ofSeconds(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(Duration.ZERO, second, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(second, second.minusMillis(1), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(second, second, 0));
    }
}
