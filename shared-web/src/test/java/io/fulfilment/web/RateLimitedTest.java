package io.fulfilment.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.testing.TestTokens;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "RATE_LIMIT_PER_SECOND=3")
class RateLimitedTest extends SampleTest {

    @Test
    void aSubjectThatAsksTooOftenIsTurnedAway() {
        var answers = ask(TestTokens.of("busy").customer());
        assertThat(answers)
                .first()
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.problem()).isEqualTo("429 /problems/rate-limited");
                    assertThat(answer.header("Retry-After")).isEqualTo("1");
                });
    }

    @Test
    void othersAndOperatorsAreNotAffected() {
        ask(TestTokens.of("greedy").customer());
        assertThat(send(as(TestTokens.of("modest").customer(), "/caller")).status())
                .isEqualTo(200);
        assertThat(ask(OLIVIA)).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    }

    private List<Answer> ask(String token) {
        return IntStream.range(0, 30).mapToObj(_ -> send(as(token, "/caller"))).toList();
    }
}
