package io.fulfilment.web.security;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose tokens are accepted.
 *
 * @param issuer must equal a token's {@code iss}
 * @param jwksUri where the issuer publishes its keys; asked with the first token, not at start
 */
@ConfigurationProperties("oidc")
record TokenSettings(String issuer, String jwksUri) {}
