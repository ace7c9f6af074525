package io.fulfilment.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "oidc.jwks-uri=http://127.0.0.1:1/jwks")
class IdentityProviderDownTest extends SampleTest {

    @Test
    void aServiceStartsAndAsksToTryAgain() {
        var answer = get("/caller");
        assertThat(answer.problem()).isEqualTo("503 /problems/dependency-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(send(request("/v3/api-docs")).status()).isEqualTo(200);
    }

    @Test
    void theManagementPortAsksForItToo() {
        assertThat(send(management("env").header("Authorization", "Bearer " + ALICE))
                        .problem())
                .isEqualTo("503 /problems/dependency-unavailable");
    }
}
