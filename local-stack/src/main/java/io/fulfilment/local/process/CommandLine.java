package io.fulfilment.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The arguments of any process. */
final class CommandLine {

    private CommandLine() {}

    /** All of them, or none where the process has ended or is not ours to look at. */
    static List<String> of(ProcessHandle process) {
        Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            if (Files.exists(file)) {
                // The JDK's own way gives up on a command line of more than a page, such as one with a class path.
                return List.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\0"));
            }
        } catch (IOException e) {
            return List.of();
        }
        return List.of(process.info().arguments().orElse(new String[0]));
    }
}
