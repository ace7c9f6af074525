package io.fulfilment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is refused before Spring sees it. */
class TomcatTest extends SampleTest {

    static Stream<Arguments> refused() {
        return Stream.of(
                arguments("GET /parcels?q=<script> HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "400"),
                arguments("GET /%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "400"),
                arguments("GET /a;b=c//d HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "400"),
                arguments("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n", "400"),
                arguments("GET / HTTP/9.9\r\nHost: a\r\nConnection: close\r\n\r\n", "505"),
                arguments("GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000) + "\r\n\r\n", "400"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNoProperHttpIsAProblemToo(String request, String status) throws IOException {
        assertIsProblem(raw(request), status);
        assertIsProblem(raw(request, managementPort), status);
    }

    private static void assertIsProblem(String answer, String status) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json")
                .contains("\"type\":\"/problems/")
                .doesNotContain("<html")
                .doesNotContain("Tomcat");
    }

    static Stream<String> unreadableParameters() {
        return Stream.of("of=%zz", "of=%ff", "%01=1", "a=1&".repeat(101));
    }

    @ParameterizedTest
    @MethodSource("unreadableParameters")
    void parametersThatCannotBeReadAreTheClientsFault(String query) throws IOException {
        assertThat(raw("GET /parcels?" + query + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer "
                        + ALICE + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("/problems/bad-request");
    }

    @Test
    void aHeaderThatCannotBeReadIsTheClientsFault() throws IOException {
        assertThat(raw("GET /headers HTTP/1.1\r\nHost: a\r\nConnection: close\r\nSome-Header: \u0085\r\n"
                        + "Authorization: Bearer " + ALICE + "\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("/problems/bad-request");
    }

    @Test
    void aBodyThatNeverComesIsNotWaitedForLong() throws IOException {
        assertThat(raw("POST /parcels HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + ALICE
                        + "\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"))
                .contains("/problems/request-timeout");
    }

    @Test
    void aBodyThatDripsIsNotWaitedForLongEither() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var client = socket.getOutputStream();
            client.write(("POST /parcels HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + ALICE
                            + "\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            await().pollInterval(Duration.ofMillis(200))
                    .atMost(Duration.ofSeconds(8))
                    .until(() -> {
                        client.write(' ');
                        return socket.getInputStream().available() > 0;
                    });
            byte[] answer = new byte[1_000];
            int length = socket.getInputStream().read(answer);
            assertThat(new String(answer, 0, length, StandardCharsets.ISO_8859_1))
                    .startsWith("HTTP/1.1 408")
                    .contains("/problems/request-timeout");
        }
    }

    private String raw(String request) throws IOException {
        return raw(request, port);
    }

    private static String raw(String request, int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
