package io.fulfilment.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code run} in a checkout where Maven and Java are scripts, too. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class RunScriptTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String MAVEN = """
            #!/bin/bash
            echo "$$" >>builds
            mkdir -p local-stack/target/lib
            touch local-stack/target/begun-$$
            while [[ ! -e go ]]; do sleep 0.1; done
            for module in order-service payment-service inventory-service notification-service saga-orchestrator event-store operations-console; do
              mkdir -p $module/target
              touch $module/target/$module-0.1.0-SNAPSHOT{,-exec}.jar
            done
            touch local-stack/target/local-stack-0.1.0-SNAPSHOT.jar
            """;

    @TempDir
    private Path checkout;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void prepare() throws IOException {
        Files.copy(Path.of("..", "run"), checkout.resolve("run"));
        write("mvnw", MAVEN);
        Files.createDirectories(checkout.resolve("jdk/bin"));
        Files.writeString(checkout.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        write("jdk/bin/javac", "#!/bin/bash\n");
        write("jdk/bin/java", "#!/bin/bash\necho started\n");
    }

    @AfterEach
    void stop() throws IOException {
        Files.writeString(checkout.resolve("go"), "");
        started.forEach(process -> process.descendants().forEach(ProcessHandle::destroyForcibly));
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void waitsForAnotherThatBuilds() throws Exception {
        Process first = run("first");
        await().atMost(PATIENCE).until(() -> isThere("builds"));
        Process second = run("second");
        await().atMost(PATIENCE).until(() -> output("second").contains("Waiting for another"));

        Files.writeString(checkout.resolve("go"), "");

        assertThat(first.waitFor(PATIENCE)).isTrue();
        assertThat(second.waitFor(PATIENCE)).isTrue();
        assertThat(output("first")).endsWith("started\n");
        assertThat(output("second")).endsWith("started\n");
        assertThat(checkout.resolve("builds")).content().hasLineCount(1);
    }

    @Test
    void forgetsWhatWasBuiltByOneThatWasKilled() throws Exception {
        Process killed = run("killed");
        await().atMost(PATIENCE).until(() -> isThere("builds"));
        List<ProcessHandle> maven = killed.descendants().toList();
        killed.destroyForcibly().waitFor();
        maven.forEach(ProcessHandle::destroyForcibly);

        Files.writeString(checkout.resolve("go"), "");
        Process next = run("next");

        assertThat(next.waitFor(PATIENCE)).isTrue();
        assertThat(output("next")).endsWith("started\n").doesNotContain("Waiting");
        assertThat(checkout.resolve("local-stack/target")).isDirectoryNotContaining("glob:**begun-" + firstBuild());
    }

    @Test
    void waitsForNobodyWhoGotTheNumberOfOneThatWasKilled() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        started.add(stranger);
        Files.createDirectories(checkout.resolve("target"));
        Files.writeString(checkout.resolve("target/run.building"), stranger.pid() + " bash ./run\n");
        Files.writeString(checkout.resolve("go"), "");

        assertThat(run("next").waitFor(PATIENCE)).isTrue();
        assertThat(output("next")).endsWith("started\n").doesNotContain("Waiting");
    }

    @Test
    void buildsOnceWhenManyFindWhatAnotherLeft() throws Exception {
        Files.createDirectories(checkout.resolve("target"));
        Files.createFile(checkout.resolve("target/run.building"));
        List<Process> many = List.of(run("1"), run("2"), run("3"), run("4"));
        await().atMost(PATIENCE).until(() -> isThere("builds"));

        Files.writeString(checkout.resolve("go"), "");

        for (Process each : many) {
            assertThat(each.waitFor(PATIENCE)).isTrue();
        }
        assertThat(List.of(output("1"), output("2"), output("3"), output("4")))
                .allMatch(out -> out.endsWith("started\n"));
        assertThat(checkout.resolve("builds")).content().hasLineCount(1);
    }

    @Test
    void buildsBeforeItTrains() throws Exception {
        Files.writeString(checkout.resolve("go"), "");
        write("jdk/bin/java", "#!/bin/bash\necho \"${@: -5}\"\n");

        assertThat(execute("trained", "train", "--orders", "70").waitFor(PATIENCE))
                .isTrue();

        assertThat(checkout.resolve("builds")).content().hasLineCount(1);
        assertThat(output("trained")).endsWith("io.fulfilment.local.Run " + checkout + " train --orders 70\n");
    }

    @Test
    void buildsNothingForATrainingBeneathARunningSystem() throws Exception {
        Files.writeString(checkout.resolve("go"), "");
        write("jdk/bin/java", "#!/bin/bash\necho started\nif [[ $* != *train* ]]; then read -r <gate; fi\n");
        assertThat(new ProcessBuilder("mkfifo", checkout.resolve("gate").toString())
                        .start()
                        .waitFor())
                .isZero();
        Process system = run("system");
        await().atMost(PATIENCE).until(() -> output("system").endsWith("started\n"));

        assertThat(execute("meanwhile", "train").waitFor(PATIENCE)).isTrue();
        assertThat(output("meanwhile")).isEqualTo("started\n");

        Files.delete(checkout.resolve("event-store/target/event-store-0.1.0-SNAPSHOT.jar"));
        Process refused = execute("refused", "train");

        assertThat(refused.waitFor(PATIENCE)).isTrue();
        assertThat(refused.exitValue()).isEqualTo(1);
        assertThat(output("refused")).contains("stop the system first (Ctrl-C where it runs, or kill " + system.pid());
        assertThat(checkout.resolve("builds")).content().hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--orders 70",
                "token alice --orders 70",
                "train --fresh",
                "--replicas order-service=2 train",
                "train --port-offset 100",
                "--local-dir elsewhere train"
            })
    void refusesBeforeItBuildsWhatDoesNotGoTogether(String arguments) throws Exception {
        Files.writeString(checkout.resolve("go"), "");
        Process refused = execute("refused", arguments.split(" "));

        assertThat(refused.waitFor(PATIENCE)).isTrue();
        assertThat(refused.exitValue()).isEqualTo(2);
        assertThat(output("refused")).startsWith("./run: ").contains("--orders N");
        assertThat(checkout.resolve("builds")).doesNotExist();
    }

    private Process run(String name) throws IOException {
        return execute(name, "--local-dir", "local-" + name);
    }

    private Process execute(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("./run"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(checkout.toFile())
                .redirectErrorStream(true)
                .redirectOutput(checkout.resolve(name + ".out").toFile());
        builder.environment().put("JAVA_HOME", checkout.resolve("jdk").toString());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private String firstBuild() throws IOException {
        return Files.readAllLines(checkout.resolve("builds")).getFirst();
    }

    private boolean isThere(String file) {
        return Files.exists(checkout.resolve(file));
    }

    private String output(String name) throws IOException {
        return Files.readString(checkout.resolve(name + ".out"));
    }

    private void write(String name, String text) throws IOException {
        Path file = Files.writeString(checkout.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
