package io.fulfilment.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

class RolesTest {

    @Test
    void areThoseOfTheIdToken() {
        assertThat(of(Map.of("roles", List.of("customer")))).containsExactly("ROLE_customer");
        assertThat(of(Map.of("roles", List.of("customer", "operator"))))
                .containsExactlyInAnyOrder("ROLE_customer", "ROLE_operator");
    }

    @Test
    void areNoneWithoutTheClaimWhateverElseIsGranted() {
        assertThat(of(Map.of("scope", "operator"))).isEmpty();
        assertThat(of(Map.of("roles", List.of()))).isEmpty();
    }

    private static Set<String> of(Map<String, Object> claims) {
        var token = OidcIdToken.withTokenValue("token")
                .subject("olivia")
                .issuedAt(Instant.EPOCH)
                .claims(all -> all.putAll(claims))
                .build();
        return new SignInConfiguration()
                        .rolesOfIdToken()
                        .mapAuthorities(
                                List.of(new OidcUserAuthority(token), new SimpleGrantedAuthority("SCOPE_operator")))
                        .stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet());
    }
}
