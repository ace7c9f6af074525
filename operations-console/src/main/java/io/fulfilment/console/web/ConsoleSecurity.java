package io.fulfilment.console.web;

import static io.fulfilment.console.web.SignInConfiguration.PROVIDER;
import static org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN;

import io.fulfilment.console.lag.Moments;
import io.fulfilment.web.security.SecurityRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/** Pages are for operators who have signed in; the API is for their tokens, and, to read, for what these pages have loaded. */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

    /** Before those that all services have. */
    private static final int FIRST = 0;

    @Bean
    SecurityRules lagIsForOperators() {
        return SecurityRules.operatorsOnly(HttpMethod.GET, "/api/lag/**");
    }

    @Bean
    @Order(FIRST)
    SecurityFilterChain pageSecurity(
            HttpSecurity http, SignInSettings settings, ClientRegistrationRepository providers, Moments moments) {
        var signIn = new SignIn();
        var wanted = wholePages();
        return http.securityMatcher(Requests::isForPage)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET, "/assets/**", "/webjars/**", "/sign-in-failed")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/", "/lag", "/lag/group", "/fragments/**")
                        .hasRole(SecurityRules.OPERATOR)
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new TokenEnd(moments), AnonymousAuthenticationFilter.class)
                .oauth2Login(login -> login.loginPage("/oauth2/authorization/" + PROVIDER)
                        .successHandler(new Arrival(wanted))
                        .failureHandler(signIn))
                .logout(logout -> logout.logoutSuccessHandler(alsoAtTheProvider(providers)))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(signIn).accessDeniedHandler(new TurnedAway()))
                .requestCache(cache -> cache.requestCache(wanted))
                .headers(headers -> strict(headers, settings))
                .build();
    }

    @Bean
    @Order(FIRST)
    SecurityFilterChain sessionApiSecurity(HttpSecurity http, Moments moments) {
        return http.securityMatcher(Requests::isOfSession)
                .authorizeHttpRequests(requests -> {
                    lagIsForOperators().apply(requests);
                    requests.anyRequest().denyAll();
                })
                .addFilterBefore(new TokenEnd(moments), AnonymousAuthenticationFilter.class)
                .exceptionHandling(handling -> handling.authenticationEntryPoint((_, _, refused) -> {
                            throw refused;
                        })
                        .accessDeniedHandler((_, _, refused) -> {
                            throw refused;
                        }))
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .build();
    }

    private static OidcClientInitiatedLogoutSuccessHandler alsoAtTheProvider(ClientRegistrationRepository providers) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(providers);
        handler.setPostLogoutRedirectUri("{baseUrl}/");
        return handler;
    }

    /** In a cookie: strangers have no session. */
    private static CookieRequestCache wholePages() {
        var cache = new CookieRequestCache();
        cache.setRequestMatcher(Requests::isForWholePage);
        cache.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
        return cache;
    }

    private static void strict(HeadersConfigurer<HttpSecurity> headers, SignInSettings settings) {
        headers.frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(SAME_ORIGIN))
                .contentSecurityPolicy(policy -> policy.policyDirectives("""
                        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                        form-action 'self' %s; base-uri 'none'; frame-ancestors 'none'""".formatted(settings.endSessionOrigin())));
    }
}
