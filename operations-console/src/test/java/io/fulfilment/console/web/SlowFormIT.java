package io.fulfilment.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.testing.ServiceIT;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class SlowFormIT {

    private static final int SHORTER_THAN_A_BODY_MAY_TAKE = 5_000;

    @LocalServerPort
    private int port;

    @Test
    void answersStrangersWithoutReadingWhatTheySend() throws IOException {
        try (var stranger = new Socket("127.0.0.1", port)) {
            stranger.setSoTimeout(SHORTER_THAN_A_BODY_MAY_TAKE);
            stranger.getOutputStream().write("""
                    POST /logout HTTP/1.1\r
                    Host: console\r
                    Content-Type: application/x-www-form-urlencoded\r
                    Content-Length: 100\r
                    \r
                    _csrf=""".getBytes(StandardCharsets.US_ASCII));

            var answer =
                    new BufferedReader(new InputStreamReader(stranger.getInputStream(), StandardCharsets.US_ASCII));

            assertThat(answer.readLine()).startsWith("HTTP/1.1 302");
        }
    }
}
