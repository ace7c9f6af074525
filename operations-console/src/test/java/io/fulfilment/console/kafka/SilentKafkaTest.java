package io.fulfilment.console.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.fulfilment.console.lag.KafkaAway;
import io.fulfilment.console.lag.Unread;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A broker that takes connections, and never says a word. */
class SilentKafkaTest {

    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration BOUND = Duration.ofSeconds(10);

    private final ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final KafkaConsumerGroups groups =
            new KafkaConsumerGroups(new KafkaClients("127.0.0.1:" + silent.getLocalPort(), PATIENCE));

    SilentKafkaTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        groups.close();
        silent.close();
    }

    @Test
    void isNotWaitedForForLong() {
        assertTimeoutPreemptively(
                BOUND, () -> assertThatExceptionOfType(KafkaAway.class).isThrownBy(groups::offsets));
        assertTimeoutPreemptively(
                BOUND,
                () -> assertThat(groups.timesOf(List.of(new Unread("orders", 0, 0, 1))))
                        .isEmpty());

        assertTimeoutPreemptively(BOUND, groups::close);
    }
}
