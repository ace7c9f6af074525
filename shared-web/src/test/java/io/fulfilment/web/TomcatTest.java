package io.fulfilment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
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
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .startsWith("HTTP/1.1 408")
                    .contains("/problems/request-timeout");
        }
    }

    static Stream<Arguments> answeredEarly() {
        return Stream.of(
                arguments("Content-Length: 1000\r\n\r\n", "401"),
                arguments("Transfer-Encoding: chunked\r\n\r\n3e8\r\n", "401"),
                arguments("Authorization: Bearer " + ALICE + "\r\nContent-Length: 100000\r\n\r\n", "413"));
    }

    @ParameterizedTest
    @MethodSource("answeredEarly")
    void aBodyThatDripsAfterItsAnswerEndsTheConnection(String body, String status) throws IOException {
        assertThat(dripped(body, port)).startsWith("HTTP/1.1 " + status);
    }

    @Test
    void soItDoesOnTheManagementPort() throws IOException {
        assertThat(dripped("Content-Length: 1000\r\n\r\n", managementPort)).startsWith("HTTP/1.1 401");
    }

    private static String dripped(String body, int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(100);
            socket.getOutputStream()
                    .write(("POST /parcels HTTP/1.1\r\nHost: a\r\n" + body).getBytes(StandardCharsets.ISO_8859_1));
            var answer = new ByteArrayOutputStream();
            await().atMost(Duration.ofSeconds(8)).until(() -> hasEnded(socket, answer));
            return answer.toString(StandardCharsets.ISO_8859_1);
        }
    }

    /** Sends one byte more, and reads what has come; a connection that was closed may also be found reset. */
    private static boolean hasEnded(Socket socket, OutputStream answer) throws IOException {
        try {
            socket.getOutputStream().write(' ');
            int next = socket.getInputStream().read();
            while (next >= 0) {
                answer.write(next);
                next = socket.getInputStream().read();
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
    }

    @Test
    void aConnectionGoesOnAfterARefusedBody() throws IOException {
        String refused = "POST /parcels HTTP/1.1\r\nHost: a\r\nContent-Length: 600000\r\n\r\n" + " ".repeat(600_000);
        assertThat(raw(refused + "GET /v3/api-docs HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 401")
                .contains("HTTP/1.1 200");
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
