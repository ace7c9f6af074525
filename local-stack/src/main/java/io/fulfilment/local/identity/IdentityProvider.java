package io.fulfilment.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** OpenID Connect for this machine: real tokens for made-up people. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class IdentityProvider {

    public static void main(String[] args) {
        // Spring Boot sets logging up itself.
        System.clearProperty("logback.configurationFile");
        System.setProperty("spring.config.name", "identity-provider");
        SpringApplication.run(IdentityProvider.class, args);
    }

    @Bean
    RegisteredClientRepository clients(@Value("${console.url}") String consoleUrl) {
        return new InMemoryRegisteredClientRepository(Clients.all(consoleUrl));
    }

    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager(
                Arrays.stream(LocalUser.values()).map(IdentityProvider::details).toList());
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(@Value("${data.directory}") Path directory)
            throws IOException, JOSEException, ParseException {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(directory)));
    }

    /** On the command line the client is the user, so in both cases the principal's name is hers. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> roles() {
        return context -> Optional.ofNullable(context.<Authentication>getPrincipal())
                .flatMap(principal -> LocalUser.named(principal.getName()))
                .ifPresent(user -> context.getClaims().claim("roles", user.roles()));
    }

    private static UserDetails details(LocalUser user) {
        return User.withUsername(user.userName())
                .password("{noop}" + user.password())
                .authorities(user.roles().toArray(String[]::new))
                .build();
    }
}
