package io.fulfilment.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fulfilment.local.process.Component.Stage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorIT {

    /** The JDK reads no more than a page of a command line. */
    private static final List<String> A_PAGE_AND_MORE = Collections.nCopies(600, "/dev/null");

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @TempDir
    Path local;

    private RunDirectory directory;
    private Supervisor supervisor;

    @BeforeEach
    void create() throws IOException {
        directory = new RunDirectory(
                Files.createDirectory(local.resolve("logs")), Files.createDirectory(local.resolve("run")));
        Files.createFile(local.resolve("database"));
        Files.createFile(local.resolve("service"));
        Files.createFile(local.resolve("broken"));
        supervisor = supervisorOf(sleeper("database", Stage.INFRASTRUCTURE), sleeper("service", Stage.SERVICE));
    }

    @AfterEach
    void stop() throws InterruptedException {
        supervisor.stopAll();
    }

    @Test
    void stopsInReverseOrderAndLeavesNothing() throws Exception {
        supervisor.startAll();
        ProcessHandle service = process("service");
        ProcessHandle database = process("database");

        supervisor.stopAll();

        assertThat(service.isAlive()).isFalse();
        assertThat(database.isAlive()).isFalse();
        assertThat(said()).containsSubsequence("service stopped", "database stopped");
        assertThat(directory.run()).isEmptyDirectory();
    }

    @Test
    void killsWhatDoesNotCareToStop() throws Exception {
        Supervisor supervisor = supervisorOf(onTerm(""));
        supervisor.startAll();
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(local.resolve("trapped")));
        ProcessHandle service = process("service");

        supervisor.killAll();

        assertThat(service.isAlive()).isFalse();
        assertThat(directory.run()).isEmptyDirectory();
        assertThatThrownBy(() -> supervisor.start("service")).hasMessageContaining("the system is stopping");
    }

    @Test
    void waitsForWhatHasSomethingToWriteBeforeItEnds() throws Exception {
        Path written = local.resolve("written");
        Supervisor supervisor = supervisorOf(onTerm("sleep 1; touch " + written + "; exit"));
        supervisor.startAll();
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(local.resolve("trapped")));

        supervisor.stop("service", Duration.ofSeconds(20));

        assertThat(written).exists();
        assertThat(directory.run()).isEmptyDirectory();
    }

    @Test
    void startsAgainWhatWasKilled() throws Exception {
        supervisor.startAll();
        ProcessHandle before = process("service");

        supervisor.kill("service");
        assertThat(before.isAlive()).isFalse();
        supervisor.start("service");

        assertThat(process("service").isAlive()).isTrue();
        assertThatThrownBy(() -> supervisor.start("service")).hasMessageContaining("running already");
    }

    @Test
    void startsAgainWithTheCommandOfThatTime() throws Exception {
        var build = new AtomicReference<>("old");
        var program = new Program(
                () -> List.of("tail", "-f", mark("service"), "/dev/null", mark(build.get())),
                mark("service"),
                Program.StopSignal.TERM);
        supervisor = supervisorOf(new Component("service", Stage.SERVICE, List.of(), program, Map.of(), () -> {}));
        Files.createFile(local.resolve("old"));
        Files.createFile(local.resolve("new"));
        supervisor.startAll();

        supervisor.kill("service");
        build.set("new");
        supervisor.start("service");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(CommandLine.of(process("service"))).contains(mark("new")));
    }

    @Test
    void reportsAProcessThatEndsByItself() throws Exception {
        supervisor.startAll();

        process("service").destroyForcibly();

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(said()).contains("service ended by itself with exit code 137"));
    }

    @Test
    void showsTheLastWordsOfAProcessThatDoesNotComeUp() {
        var broken =
                component("broken", Stage.SERVICE, List.of("sh", "-c", "echo out of luck >&2; exit 3", mark("broken")));

        assertThatThrownBy(() -> supervisorOf(broken).startAll())
                .hasMessageContaining("exit code 3")
                .hasMessageContaining("out of luck")
                .hasMessageContaining(directory.log("broken").toString());
    }

    @Test
    void namesThePortThatIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var component = sleeper("service", Stage.SERVICE).listeningOn(taken.getLocalPort());

            assertThatThrownBy(() -> supervisorOf(component).startAll())
                    .hasMessageContaining("port " + taken.getLocalPort() + ", which service needs, is taken");
        }
    }

    @Test
    void findsAndStopsWhatAKilledSupervisorLeftBehind() throws Exception {
        supervisor.startAll();
        ProcessHandle service = process("service");
        ProcessHandle bystander = new ProcessBuilder("sleep", "600").start().toHandle();
        Files.writeString(directory.pidFile("database"), bystander.pid() + "\n");

        int stopped = new Leftovers(
                        List.of(sleeper("database", Stage.INFRASTRUCTURE), sleeper("service", Stage.SERVICE)),
                        mark(""),
                        directory)
                .stop();

        assertThat(stopped).isEqualTo(2);
        assertThat(service.isAlive()).isFalse();
        assertThat(bystander.isAlive())
                .as("a process that merely got the number")
                .isTrue();
        bystander.destroyForcibly();
    }

    /** Such as a backup of our data, or a second system in a folder of this one's. */
    @Test
    void leavesAloneWhatOnlyNamesOurFolders() throws Exception {
        ProcessHandle nested = new ProcessBuilder("tail", "-f", "/dev/null", mark("second/service"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .toHandle();

        int stopped = new Leftovers(List.of(), mark(""), directory).stop();

        assertThat(stopped).isZero();
        assertThat(nested.isAlive()).isTrue();
        nested.destroyForcibly();
    }

    @Test
    void leavesNoProcessWhosePidFileCannotBeWritten() throws Exception {
        Files.createDirectories(directory.pidFile("service").resolve("in the way"));

        assertThatThrownBy(() -> supervisor.start("service")).hasMessageContaining("cannot start service");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ProcessHandle.allProcesses()
                                .filter(process -> CommandLine.of(process).contains(mark("service"))))
                        .isEmpty());
    }

    @Test
    void doesNotMournWhatItStopsBeforeItIsReady() throws Exception {
        Supervisor starting = supervisorOf(sleeper("broken", Stage.SERVICE));
        var start = CompletableFuture.runAsync(() ->
                assertThatThrownBy(starting::startAll).hasMessage("broken is not started: the system is stopping"));
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(directory.pidFile("broken")));

        starting.stopAll();

        start.get();
    }

    @Test
    void doesNotEndBeforeAPreparationHas() throws Exception {
        var begun = new CountDownLatch(1);
        var helper = new AtomicReference<Process>();
        var readiness = new Readiness() {
            @Override
            public void prepare() throws IOException, InterruptedException {
                helper.set(new ProcessBuilder("sleep", "1").start());
                begun.countDown();
                helper.get().waitFor();
            }

            @Override
            public void check() {}
        };
        Program program = sleeper("service", Stage.SERVICE).program();
        var slow = new Component("service", Stage.SERVICE, List.of(), program, Map.of(), readiness);
        Supervisor preparing = supervisorOf(slow);
        var start = CompletableFuture.runAsync(
                () -> assertThatThrownBy(preparing::startAll).hasMessageContaining("the system is stopping"));
        begun.await();

        preparing.stopAll();

        assertThat(helper.get().isAlive()).isFalse();
        start.get();
        assertThat(directory.pidFile("service")).doesNotExist();
    }

    @Test
    void keepsThePidFileOfASuccessor() throws Exception {
        directory.writePid("service", 2);

        directory.forget("service", 1);
        assertThat(directory.pidFile("service")).exists();

        directory.forget("service", 2);
        assertThat(directory.pidFile("service")).doesNotExist();
    }

    private Component sleeper(String name, Stage stage) {
        return component(
                name,
                stage,
                Stream.concat(Stream.of("tail", "-f", mark(name)), A_PAGE_AND_MORE.stream())
                        .toList());
    }

    /** One that does this, and nothing else, when it is asked to stop. */
    private Component onTerm(String action) {
        String script =
                "trap '" + action + "' TERM; touch " + local.resolve("trapped") + "; while :; do sleep 0.1; done";
        return component("service", Stage.SERVICE, List.of("sh", "-c", script, mark("service")));
    }

    private Component component(String name, Stage stage, List<String> command) {
        var program = new Program(command, mark(name), Program.StopSignal.TERM);
        return new Component(name, stage, List.of(), program, Map.of(), () -> {
            if (name.equals("broken")) {
                throw new IOException("not ready");
            }
        });
    }

    private String mark(String name) {
        return local + "/" + name;
    }

    private Supervisor supervisorOf(Component... components) {
        return new Supervisor(
                List.of(components), directory, new Progress(new PrintStream(output, true, StandardCharsets.UTF_8)));
    }

    private ProcessHandle process(String name) throws IOException {
        long pid = Long.parseLong(Files.readString(directory.pidFile(name)).strip());
        return ProcessHandle.of(pid).orElseThrow();
    }

    private String said() {
        return output.toString(StandardCharsets.UTF_8);
    }
}
