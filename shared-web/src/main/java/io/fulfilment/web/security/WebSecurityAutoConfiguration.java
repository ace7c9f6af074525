package io.fulfilment.web.security;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationProvider;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@AutoConfiguration(before = ServletWebSecurityAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableWebSecurity
class WebSecurityAutoConfiguration {

    /** There would be a dozen for each request, of filters that say nothing. */
    @Bean
    SecurityObservationSettings noObservationsOfSecurity() {
        return SecurityObservationSettings.noObservations();
    }

    /** On the management port, which is not for the public: whether the service is well, and how it does. */
    @Bean
    @Order(1)
    SecurityFilterChain managementSecurity(HttpSecurity http, WebEndpointProperties endpoints) {
        return stateless(http)
                .securityMatcher(
                        cheaply(endpoints.getBasePath() + "/", EndpointRequest.to("health", "info", "prometheus")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Each request of the public port is compared first, and which port it is takes long to find out. */
    private static RequestMatcher cheaply(String prefix, RequestMatcher matcher) {
        return request -> request.getRequestURI()
                        .startsWith(prefix, request.getContextPath().length())
                && matcher.matches(request);
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            JwtDecoder decoder,
            JwtAuthenticationConverter roles,
            ObjectProvider<SecurityRules> rules) {
        var unauthenticated = new Unauthenticated();
        return stateless(http)
                .addFilter(authentication(decoder, roles, unauthenticated))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(unauthenticated).accessDeniedHandler(new Forbidden()))
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers("/v3/api-docs", "/v3/api-docs.yaml", "/v3/async-api")
                            .permitAll();
                    rules.orderedStream().forEach(rule -> rule.apply(requests));
                    requests.anyRequest().access(new Unlisted());
                })
                .build();
    }

    /** By hand, as the framework's way would also publish metadata of the resource server, to everybody. */
    private static BearerTokenAuthenticationFilter authentication(
            JwtDecoder decoder, JwtAuthenticationConverter roles, AuthenticationEntryPoint unauthenticated) {
        var check = new JwtAuthenticationProvider(decoder);
        check.setJwtAuthenticationConverter(roles);
        var filter = new BearerTokenAuthenticationFilter(
                new KnownTokens(new ProviderManager(check), Clock.systemUTC()), new BearerTokens());
        filter.setAuthenticationEntryPoint(unauthenticated);
        return filter;
    }

    /** Nothing is kept from one request to the next: no session, not even a look for one. */
    private static HttpSecurity stateless(HttpSecurity http) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .headers(headers -> headers.defaultsDisabled()
                        .contentTypeOptions(options -> {})
                        .cacheControl(control -> {}));
    }

    @Bean
    WebMvcConfigurer callerArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerResolver());
            }
        };
    }
}
