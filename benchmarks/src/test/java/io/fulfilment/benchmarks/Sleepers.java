package io.fulfilment.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A system of processes that only wait, with a script in place of {@code ./run}. */
final class Sleepers implements AutoCloseable {

    static final String KILL = "kill -9 $(cat $pid); while kill -0 $(cat $pid) 2>/dev/null; do :; done";
    static final String START = "sleep 60 <&- >&- 2>&- & echo $! >$pid.new; mv $pid.new $pid";
    static final String SLOW_START = "sleep 1; " + START;

    private final Path root;
    private final LocalSystem system;
    private final int processes;

    Sleepers(Path root, List<String> names) throws IOException {
        this.root = root;
        this.processes = names.size();
        Path local = root.resolve("local");
        Path run = Files.createDirectories(local.resolve("run"));
        for (String name : names) {
            Process process = new ProcessBuilder("sleep", "60").start();
            Files.writeString(run.resolve(name + ".pid"), process.pid() + "\n");
        }
        system = new LocalSystem(root, local, 0);
        obey(KILL, START);
    }

    /** How the script kills and starts one, whose pid file is {@code $pid}. */
    void obey(String kill, String start) throws IOException {
        Path script = root.resolve("run");
        Files.writeString(script, """
                #!/bin/bash
                pid=local/run/$2.pid
                case $1 in
                  kill) %s ;;
                  start) %s ;;
                esac
                """.formatted(kill, start));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    LocalSystem system() {
        return system;
    }

    Faults faults() {
        return new Faults(system, new ProcessorTime(system));
    }

    long pid(String name) {
        return system.processes().getOrDefault(name, 0L);
    }

    void assertAllRun() {
        ProcessTable table = ProcessTable.read();
        assertThat(system.processes()).hasSize(processes).allSatisfy((name, pid) -> {
            assertThat(ProcessHandle.of(pid)).as(name).get().matches(ProcessHandle::isAlive);
            assertThat(table.isStopped(pid)).as(name).isFalse();
        });
    }

    @Override
    public void close() {
        system.processes().values().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }
}
