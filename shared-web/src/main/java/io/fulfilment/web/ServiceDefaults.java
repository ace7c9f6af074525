package io.fulfilment.web;

import java.net.InetSocketAddress;
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
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What {@code service-defaults.yaml} can't say: {@code service.schema}, the service's name as PostgreSQL has it, and
 * that traces are made and exported only if there is somewhere to, whatever those who ask would like.
 */
final class ServiceDefaults implements EnvironmentPostProcessor, Ordered {

    private static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

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
        traces.ifPresent(endpoint -> defaults.put(ENDPOINT, endpoint));
        if (traces.isEmpty() && !environment.containsProperty(ENDPOINT)) {
            defaults.put("management.opentelemetry.tracing.sampler", "always-off");
        }
        environment.getPropertySources().addLast(new MapPropertySource("serviceDefaults", defaults));
    }

    /** Whether its host has an address now. If it doesn't answer, it may later. */
    private boolean isThere(String endpoint) {
        try {
            String host = UriComponentsBuilder.fromUriString(endpoint).build().getHost();
            if (host != null && !new InetSocketAddress(host, 0).isUnresolved()) {
                return true;
            }
            log.warn("No traces: the host of OTLP_ENDPOINT is unknown: " + endpoint);
        } catch (IllegalArgumentException e) {
            log.warn("No traces: OTLP_ENDPOINT can't be read: " + e.getMessage());
        }
        return false;
    }

    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
