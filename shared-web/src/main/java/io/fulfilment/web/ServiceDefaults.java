package io.fulfilment.web;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What {@code service-defaults.yaml} can't say: {@code service.schema}, the service's name as PostgreSQL has it, and
 * that traces are made and exported only if there is somewhere to: {@code service.traced}.
 */
final class ServiceDefaults implements EnvironmentPostProcessor, Ordered {

    private final Log log;

    ServiceDefaults(DeferredLogFactory logs) {
        log = logs.getLog(ServiceDefaults.class);
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        Map<String, Object> defaults = new HashMap<>();
        String name = environment.getProperty("spring.application.name");
        if (name != null) {
            defaults.put("service.schema", name.replace('-', '_'));
        }
        Optional<String> traces = Optional.ofNullable(environment.getProperty("OTLP_ENDPOINT"))
                .filter(endpoint -> !endpoint.isBlank())
                .filter(this::isThere);
        traces.ifPresent(endpoint -> defaults.put("management.opentelemetry.tracing.export.otlp.endpoint", endpoint));
        defaults.put(
                "service.traced",
                traces.map(_ -> environment.getProperty("TRACING_SAMPLING", "0"))
                        .orElse("0"));
        environment.getPropertySources().addLast(new MapPropertySource("serviceDefaults", defaults));
    }

    /** Whether its host has an address now. If it doesn't answer, it may later. */
    private boolean isThere(String endpoint) {
        String host = URI.create(endpoint).getHost();
        if (host != null && !new InetSocketAddress(host, 0).isUnresolved()) {
            return true;
        }
        log.warn("No traces: the host of OTLP_ENDPOINT is unknown: " + endpoint);
        return false;
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
