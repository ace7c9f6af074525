package io.fulfilment.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Where the processes leave their traces: logs of one JSON object a line, pid files, and what they say while dying. */
public record RunDirectory(Path logs, Path run) {

    private static final long LARGEST_LOG = 64L << 20;

    /** Of a JVM that is well, and of one that writes its cache. */
    private static final Pattern NO_FAULT = Pattern.compile(
            "(NOTE: )?Picked up .*|Temporary AOTConfiguration .*"
                    + "|Launching child process .*|Reading AOTConfiguration .*|AOTCache creation is complete.*|Removed temporary AOT.*");

    private static final JsonMapper JSON = new JsonMapper();

    public Path log(String name) {
        return logs.resolve(name + ".log");
    }

    Path pidFile(String name) {
        return run.resolve(name + ".pid");
    }

    /** Whole or not at all, for others read it. */
    void writePid(String name, long pid) throws IOException {
        Path fresh = run.resolve(name + ".pid.new");
        Files.writeString(fresh, pid + "\n");
        Files.move(fresh, pidFile(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Tidies up after a process that has ended, unless another has taken its place since. */
    synchronized void forget(String name, long pid) throws IOException {
        Path file = pidFile(name);
        if (Files.exists(file) && Files.readString(file).strip().equals(Long.toString(pid))) {
            Files.delete(file);
            keepLastWords(name);
        }
    }

    /** What a process writes outside its log, such as the reason why the JVM did not come up. */
    Path lastWords(String name) {
        return run.resolve(name + ".stderr");
    }

    /** Keeps the log of a process from growing for ever: one old file is kept. */
    void turnLog(String name) throws IOException {
        Path log = log(name);
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(log, logs.resolve(name + ".1.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Moves what a dead process said outside its log into the log, as a line of it. */
    synchronized void keepLastWords(String name) {
        try {
            String words = Files.exists(lastWords(name)) ? faults(Files.readString(lastWords(name))) : "";
            if (!words.isEmpty()) {
                String line = JSON.writeValueAsString(Map.of("log.level", "ERROR", "message", words));
                Files.writeString(
                        log(name),
                        line + "\n",
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            }
            Files.deleteIfExists(lastWords(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log of " + name, e);
        }
    }

    private static String faults(String words) {
        return words.lines()
                .filter(line -> !NO_FAULT.matcher(line).matches())
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
