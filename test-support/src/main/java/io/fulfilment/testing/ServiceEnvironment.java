package io.fulfilment.testing;

import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Gives a service the environment variables that place it in the {@link Infrastructure}. Properties of the test itself
 * take precedence. For contexts that {@link ServiceIT} doesn't suit.
 */
public final class ServiceEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        SharedInfrastructure.outliveApplications();
        var environment = context.getEnvironment();
        String service = environment.getRequiredProperty("spring.application.name");
        environment
                .getPropertySources()
                .addBefore(
                        StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
                        new MapPropertySource("infrastructure", variablesOf(service)));
    }

    /** The variables as they would be set for a process of the service. */
    public static Map<String, Object> variablesOf(String service) {
        var infrastructure = Infrastructure.shared();
        String role = Infrastructure.schemaOf(service);
        String owner = Infrastructure.ownerOf(service);
        var variables = new HashMap<String, Object>(TestTokens.environment());
        variables.put("SERVER_PORT", "0");
        variables.put("MANAGEMENT_PORT", "0");
        variables.put("DATABASE_URL", infrastructure.databaseUrl());
        variables.put("DATABASE_USERNAME", role);
        variables.put("DATABASE_PASSWORD", infrastructure.passwordOf(role));
        variables.put("DATABASE_MIGRATION_USERNAME", owner);
        variables.put("DATABASE_MIGRATION_PASSWORD", infrastructure.passwordOf(owner));
        variables.put("KAFKA_BOOTSTRAP_SERVERS", infrastructure.kafkaBootstrapServers());
        return variables;
    }
}
