package io.fulfilment.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Where the processes leave their traces: logs of one JSON object a line, pid files, and what they say while dying. */
public record RunDirectory(Path logs, Path run) {

    private static final long LARGEST_LOG = 64L << 20;
    private static final JsonMapper JSON = new JsonMapper();

    public Path log(String name) {
        return logs.resolve(name + ".log");
    }

    Path pidFile(String name) {
        return run.resolve(name + ".pid");
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
            String words = Files.exists(lastWords(name))
                    ? Files.readString(lastWords(name)).strip()
                    : "";
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
}
