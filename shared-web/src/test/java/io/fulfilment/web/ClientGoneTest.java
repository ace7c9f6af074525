package io.fulfilment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

class ClientGoneTest extends SampleTest {

    @Autowired
    MeterRegistry meters;

    @Test
    void aClientThatLeavesInMidAnswerIsNoErrorOfOurs() throws IOException {
        var warnings = new Warnings();
        warnings.start();
        var root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(warnings);
        try {
            askAndLeave();
            await().until(() -> !answered().isEmpty());
        } finally {
            root.detachAppender(warnings);
        }
        assertThat(warnings.messages).isEmpty();
        assertThat(answered())
                .allSatisfy(timer -> assertThat(timer.getId().getTag("outcome")).isEqualTo("SUCCESS"));
    }

    private void askAndLeave() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoLinger(true, 0);
            socket.getOutputStream()
                    .write(("GET /long HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + ALICE + "\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }
    }

    private List<Timer> answered() {
        return List.copyOf(
                meters.find("http.server.requests").tag("uri", "/long").timers());
    }

    private static final class Warnings extends AppenderBase<ILoggingEvent> {

        private final List<String> messages = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
                messages.add(event.getLoggerName() + ": " + event.getFormattedMessage());
            }
        }
    }
}
