package io.fulfilment.web;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What {@code service-defaults.yaml} can't say: {@code service.schema}, the service's name as PostgreSQL has it, and
 * that traces are exported only if there is somewhere to.
 */
final class ServiceDefaults implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> defaults = new HashMap<>();
        String name = environment.getProperty("spring.application.name");
        if (name != null) {
            defaults.put("service.schema", name.replace('-', '_'));
        }
        String traces = environment.getProperty("OTLP_ENDPOINT");
        if (traces != null && !traces.isBlank()) {
            defaults.put("management.opentelemetry.tracing.export.otlp.endpoint", traces);
        }
        environment.getPropertySources().addLast(new MapPropertySource("serviceDefaults", defaults));
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
