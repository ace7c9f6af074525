package io.fulfilment.web.security;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/**
 * Who may do what in a service. Beans of this type are asked in their order; the first rule that matches a request
 * decides. What none of them lists is denied.
 */
@FunctionalInterface
public interface SecurityRules {

    String OPERATOR = "operator";

    void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests);

    /** The others come after these. */
    default SecurityRules then(SecurityRules others) {
        return requests -> {
            apply(requests);
            others.apply(requests);
        };
    }

    /** Paths that whoever has a valid token may use; what a caller sees there is up to the controller. */
    static SecurityRules anyCaller(String... patterns) {
        return requests -> requests.requestMatchers(patterns).authenticated();
    }

    /** Paths that only operators may use, such as {@code /sagas/**}. */
    static SecurityRules operatorsOnly(String... patterns) {
        return requests -> requests.requestMatchers(patterns).hasRole(OPERATOR);
    }

    /** Paths that only operators may use with a method. */
    static SecurityRules operatorsOnly(HttpMethod method, String... patterns) {
        return requests -> requests.requestMatchers(method, patterns).hasRole(OPERATOR);
    }
}
