package io.fulfilment.testing;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Access tokens as the identity provider would issue them, signed with a key that lives as long as the JVM.
 *
 * {@snippet :
 * request.header("Authorization", "Bearer " + TestTokens.of("alice").customer());
 * }
 */
public final class TestTokens {

    private final String subject;
    private final String issuer;
    private final Instant expiry;

    private TestTokens(String subject, String issuer, Instant expiry) {
        this.subject = subject;
        this.issuer = issuer;
        this.expiry = expiry;
    }

    /** Tokens of a user, valid for an hour. */
    public static TestTokens of(String subject) {
        return new TestTokens(subject, TestIssuer.shared().uri(), Instant.now().plus(Duration.ofHours(1)));
    }

    /** The variables that make a service trust these tokens. */
    public static Map<String, String> environment() {
        var issuer = TestIssuer.shared();
        return Map.of("OIDC_ISSUER", issuer.uri(), "OIDC_JWKS_URI", issuer.keysUri());
    }

    /** The same, but expired for an hour: more than any tolerance for clocks. */
    public TestTokens expired() {
        return new TestTokens(subject, issuer, Instant.now().minus(Duration.ofHours(1)));
    }

    /** The same, but naming another issuer. */
    public TestTokens issuedBy(String otherIssuer) {
        return new TestTokens(subject, otherIssuer, expiry);
    }

    public String customer() {
        return withRoles("customer");
    }

    public String operator() {
        return withRoles("operator");
    }

    public String withRoles(String... roles) {
        return TestIssuer.shared().sign(claims(roles));
    }

    /** A customer's token with a signature of somebody whom no service trusts. */
    public String forged() {
        return TestIssuer.shared().forge(claims("customer", "operator"));
    }

    private JWTClaimsSet claims(String... roles) {
        return new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .issuer(issuer)
                .subject(subject)
                .issueTime(Date.from(expiry.minus(Duration.ofHours(2))))
                .expirationTime(Date.from(expiry))
                .claim("roles", List.of(roles))
                .build();
    }
}
