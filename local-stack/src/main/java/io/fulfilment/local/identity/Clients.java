package io.fulfilment.local.identity;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Who may ask for tokens: the operations console for its users, and each user for herself on the command line. */
final class Clients {

    private static final TokenSettings A_WORKING_DAY =
            TokenSettings.builder().accessTokenTimeToLive(Duration.ofHours(12)).build();

    private Clients() {}

    static List<RegisteredClient> all(String consoleUrl) {
        return Stream.concat(
                        Stream.of(console(consoleUrl)),
                        Arrays.stream(LocalUser.values()).map(Clients::commandLine))
                .toList();
    }

    /** A public client: PKCE instead of a secret. */
    private static RegisteredClient console(String url) {
        return RegisteredClient.withId("operations-console")
                .clientId("operations-console")
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(url + "/login/oauth2/code/operations-console")
                .postLogoutRedirectUri(url + "/")
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .tokenSettings(A_WORKING_DAY)
                .build();
    }

    private static RegisteredClient commandLine(LocalUser user) {
        return RegisteredClient.withId(user.userName())
                .clientId(user.userName())
                .clientSecret("{noop}" + user.password())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(A_WORKING_DAY)
                .build();
    }
}
