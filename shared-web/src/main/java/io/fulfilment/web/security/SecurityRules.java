package io.fulfilment.web.security;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Who may do what in a service, beyond "whoever has a valid token". Beans of this type are asked in their order; the
 * first rule that matches a request decides.
 */
@FunctionalInterface
public interface SecurityRules {

    String OPERATOR = "operator";

    void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests);

    /** Paths that only operators may use, such as {@code /sagas/**}. */
    static SecurityRules operatorsOnly(String... patterns) {
        return requests -> requests.requestMatchers(patterns).hasRole(OPERATOR);
    }

    /** Paths that only operators may use with a method. */
    static SecurityRules operatorsOnly(HttpMethod method, String... patterns) {
        return requests -> requests.requestMatchers(method, patterns).hasRole(OPERATOR);
    }
}
