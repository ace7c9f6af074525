package io.fulfilment.console.web;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

/** OpenID Connect, with the provider's addresses from settings instead of its discovery document. */
@Configuration(proxyBeanMethods = false)
class SignInConfiguration {

    static final String PROVIDER = "operations-console";

    @Bean
    ClientRegistrationRepository identityProvider(
            SignInSettings settings,
            @Value("${oidc.issuer}") String issuer,
            @Value("${oidc.jwks-uri}") String jwksUri) {
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(PROVIDER)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(
                        settings.clientSecret().isEmpty()
                                ? ClientAuthenticationMethod.NONE
                                : ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
                .issuerUri(issuer)
                .authorizationUri(settings.authorizationUri().toString())
                .tokenUri(settings.tokenUri().toString())
                .jwkSetUri(jwksUri)
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(
                        Map.of("end_session_endpoint", settings.endSessionUri().toString()))
                .build());
    }

    /** Roles stand in the ID token as they do in access tokens. */
    @Bean
    GrantedAuthoritiesMapper rolesOfIdToken() {
        return authorities -> authorities.stream()
                .flatMap(SignInConfiguration::rolesOf)
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .collect(toSet());
    }

    private static Stream<String> rolesOf(GrantedAuthority authority) {
        return authority instanceof OidcUserAuthority user
                ? Objects.requireNonNullElse(user.getIdToken().getClaimAsStringList("roles"), List.<String>of())
                        .stream()
                : Stream.empty();
    }
}
