package io.fulfilment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SupervisorTest {

    @Test
    void stopsWhatIsNotReadyInTime() throws IOException {
        Process silent = silent();
        var supervisor = new Supervisor(silent, Duration.ofMillis(200));

        assertThatIllegalStateException().isThrownBy(supervisor::awaitBanner).withMessageContaining("not ready");

        assertThat(silent.isAlive()).isFalse();
    }

    @Test
    void saysWhatASystemSaidThatEndedBeforeItWasReady() throws IOException {
        var supervisor = new Supervisor(
                new ProcessBuilder("bash", "-c", "echo the disk is full").start(), Duration.ofSeconds(20));

        assertThatIllegalStateException().isThrownBy(supervisor::awaitBanner).withMessageContaining("the disk is full");
    }

    @Test
    void hearsTheLastWordsOfWhatIsAskedToStop() throws IOException {
        var supervisor = new Supervisor(
                new ProcessBuilder("bash", "-c", "trap 'echo farewell; exit' TERM; echo here; read").start(),
                Duration.ofSeconds(20));
        supervisor.awaitWords("here");

        supervisor.askToStop();

        supervisor.awaitWords("farewell");
    }

    @Test
    void isStoppedWhenTheTestsAreAborted() throws IOException, InterruptedException {
        Process tests = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        AbortedTests.class.getName())
                .start();
        ProcessHandle silent;
        try (BufferedReader lines = tests.inputReader()) {
            silent = ProcessHandle.of(Long.parseLong(lines.readLine())).orElseThrow();
        }
        assertThat(silent.isAlive()).isTrue();

        tests.destroy();

        assertThat(tests.waitFor(Duration.ofSeconds(30))).isTrue();
        await().atMost(Duration.ofSeconds(10)).until(() -> !silent.isAlive());
    }

    /** Says the number of a supervisor's process and waits to be aborted. */
    static final class AbortedTests {

        private AbortedTests() {}

        public static void main(String[] args) throws IOException, InterruptedException {
            Process silent = silent();
            var supervisor = new Supervisor(silent, Duration.ofMinutes(1));
            System.out.println(silent.pid());
            supervisor.exitCode();
        }
    }

    private static Process silent() throws IOException {
        return new ProcessBuilder("sleep", "300").start();
    }
}
