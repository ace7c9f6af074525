package io.fulfilment.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;

/** The images of docker-compose.yml, so that there is one place that says which versions it is. */
final class ComposeImages {

    private ComposeImages() {}

    static String of(String service) {
        try (var file = new ClassPathResource("compose/docker-compose.yml").getInputStream()) {
            Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(file);
            Object image = compose.getOrDefault("services", Map.of())
                    .getOrDefault(service, Map.of())
                    .get("image");
            if (image instanceof String name) {
                return name;
            }
            throw new IllegalStateException("docker-compose.yml names no image for " + service);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
