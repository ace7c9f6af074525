package io.fulfilment.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a running service says that it sends and receives, against {@code docs/asyncapi/SERVICE.json}, where a change of it is
 * seen in a review. {@code -Dcontracts.approve} writes the file anew.
 */
public final class KeptAsyncApi {

    private static final Path FOLDER = Path.of("../docs/asyncapi");
    private static final JsonMapper JSON = JsonMapper.shared();

    private KeptAsyncApi() {}

    /** @throws AssertionError if the service doesn't answer without a token, or says anything else than the file */
    public static void assertKeptBy(Environment service) {
        String document = pretty(published(service.getRequiredProperty("local.server.port")));
        Path kept = FOLDER.resolve(service.getRequiredProperty("spring.application.name") + ".json");
        if (Boolean.getBoolean("contracts.approve")) {
            write(kept, document);
        }
        assertThat(kept)
                .as("what the service sends and receives has changed: approve with -Dcontracts.approve")
                .content()
                .isEqualTo(document);
    }

    private static JsonNode published(String port) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v3/async-api"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the service", e);
        }
    }

    private static String pretty(JsonNode document) {
        return JSON.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(document)
                        .replace("\r\n", "\n")
                + "\n";
    }

    private static void write(Path file, String document) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
