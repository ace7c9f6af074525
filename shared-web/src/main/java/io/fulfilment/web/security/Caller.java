package io.fulfilment.web.security;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who makes a request; a controller takes it as a parameter.
 *
 * @param subject the token's subject, which is the customer's id
 * @param operator whether the caller may see and do what belongs to others
 */
public record Caller(String subject, boolean operator) {

    private static final String OPERATOR_AUTHORITY = "ROLE_" + SecurityRules.OPERATOR;

    /** What an authentication says. */
    public static Caller of(Authentication authentication) {
        return new Caller(
                authentication.getName(),
                authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(OPERATOR_AUTHORITY::equals));
    }
}
