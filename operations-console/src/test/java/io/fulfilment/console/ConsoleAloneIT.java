package io.fulfilment.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.oidcLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.fulfilment.testing.ServiceIT;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.OidcLoginRequestPostProcessor;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.client.RestTestClient;

/** With neither Kafka nor an identity provider. */
@ServiceIT
@AutoConfigureMockMvc
@TestPropertySource(
        properties = {
            "spring.kafka.bootstrap-servers=kafka.invalid:9092",
            "oidc.issuer=http://127.0.0.1:1",
            "oidc.jwks-uri=http://127.0.0.1:1/jwks",
            "fulfilment.console.lag.patience=200ms"
        })
class ConsoleAloneIT {

    private static final OidcLoginRequestPostProcessor OLIVIA = oidcLogin()
            .idToken(token -> token.expiresAt(Instant.now().plusSeconds(600)))
            .authorities(new SimpleGrantedAuthority("ROLE_operator"));

    @Autowired
    private MockMvcTester browser;

    @LocalManagementPort
    private int managementPort;

    @Test
    void isThereAndSaysWhatIsMissing() {
        RestTestClient.bindToServer()
                .build()
                .get()
                .uri("http://127.0.0.1:" + managementPort + "/actuator/health/readiness")
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(browser.perform(get("/lag").with(OLIVIA)))
                .hasStatusOk()
                .bodyText()
                .contains("Kafka has not answered yet");
        assertThat(browser.perform(get("/oauth2/authorization/operations-console")))
                .hasStatus(302);
        assertThat(browser.perform(get("/api/lag").with(OLIVIA).with(request -> {
                    request.setRequestedSessionId("of-a-cookie");
                    return request;
                })))
                .hasStatus(503)
                .hasContentType("application/problem+json")
                .headers()
                .hasValue("Retry-After", "1");
    }
}
