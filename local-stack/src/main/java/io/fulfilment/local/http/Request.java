package io.fulfilment.local.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A request, read whole.
 *
 * @param rest the path below the endpoint's own
 * @param query as it was sent
 */
public record Request(String method, String rest, String query, Headers headers, byte[] body) {

    static Request of(HttpExchange exchange, int largestBody) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(largestBody + 1);
        if (body.length > largestBody) {
            throw new IllegalArgumentException("the body is larger than " + largestBody + " bytes");
        }
        String path = exchange.getRequestURI().getRawPath();
        String rest = path.substring(
                Math.min(path.length(), exchange.getHttpContext().getPath().length()));
        String query = exchange.getRequestURI().getRawQuery();
        return new Request(
                exchange.getRequestMethod(),
                decoded(rest.startsWith("/") ? rest.substring(1) : rest),
                query == null ? "" : query,
                exchange.getRequestHeaders(),
                body);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** The first value of a query parameter. */
    public Optional<String> parameter(String name) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].equals(name))
                .map(pair -> decoded(pair[1]))
                .findFirst();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
