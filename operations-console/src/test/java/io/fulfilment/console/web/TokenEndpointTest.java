package io.fulfilment.console.web;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;

class TokenEndpointTest {

    private static final Duration BOUND = Duration.ofSeconds(20);

    @Test
    void isNotWaitedForForEver() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            var client = new TokenEndpoint().tokenEndpointClient();

            assertTimeoutPreemptively(
                    BOUND,
                    () -> assertThatExceptionOfType(OAuth2AuthorizationException.class)
                            .isThrownBy(() -> client.getTokenResponse(code(address))));
        }
    }

    private static OAuth2AuthorizationCodeGrantRequest code(URI provider) {
        var providers = new SignInConfiguration()
                .identityProvider(
                        new SignInSettings(provider, provider, provider, "operations-console", ""),
                        provider.toString(),
                        provider.toString());
        var request = OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(provider.toString())
                .clientId("operations-console")
                .redirectUri("http://console/")
                .state("state")
                .build();
        var response = OAuth2AuthorizationResponse.success("code")
                .redirectUri("http://console/")
                .state("state")
                .build();
        return new OAuth2AuthorizationCodeGrantRequest(
                Objects.requireNonNull(providers.findByRegistrationId(SignInConfiguration.PROVIDER)),
                new OAuth2AuthorizationExchange(request, response));
    }
}
