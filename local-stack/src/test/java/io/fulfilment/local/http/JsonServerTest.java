package io.fulfilment.local.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

class JsonServerTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.shutdownNow();
    }

    @Test
    void writesAListOfAnyLength() throws Exception {
        String body = get(Answer.items(IntStream.range(0, 100_000).boxed()));

        assertThat(JSON.readTree(body).path("items")).hasSize(100_000);
    }

    @Test
    void passesNoPartOfAListForTheWhole() {
        Stream<Integer> broken = IntStream.range(0, 100_000).mapToObj(number -> {
            if (number == 99_999) {
                throw new UncheckedIOException(new IOException("unreadable"));
            }
            return number;
        });

        assertThatThrownBy(() -> JSON.readTree(get(Answer.items(broken))))
                .isInstanceOfAny(IOException.class, JacksonException.class);
    }

    private String get(Answer answer) throws IOException, InterruptedException {
        int port = new JsonServer(0).on("/list", request -> answer).start();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/list"));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
