package io.fulfilment.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignalsTest {

    /** Such as a JVM that has been asked to stop, and starts another, without a mark, to write its cache. */
    @Test
    void killsAlsoWhatAProcessStarted() throws Exception {
        Process process = new ProcessBuilder("sh", "-c", "sleep 600 & wait").start();
        await().until(() -> process.descendants().findAny().isPresent());
        List<ProcessHandle> family = process.descendants().toList();

        Signals.kill(process.toHandle(), Duration.ofSeconds(20));

        assertThat(family).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }
}
