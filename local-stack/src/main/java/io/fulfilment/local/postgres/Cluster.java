package io.fulfilment.local.postgres;

import io.fulfilment.local.process.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder with PostgreSQL's data. */
record Cluster(Path home, Path logDirectory) {

    /** The base of the names that PostgreSQL logs to; JSON goes to the one that ends in {@code .json}. */
    static final String LOG_NAME = "postgres";

    /** Makes the cluster if there is none. A crash while it is made leaves a draft that the next start throws away. */
    void create(String initdb, Path superuserPassword, Path log) throws IOException, InterruptedException, StartFailed {
        pointLogTo(log);
        if (Files.exists(home)) {
            removeStalePidFile();
            return;
        }
        Path draft = home.resolveSibling(home.getFileName() + ".draft");
        delete(draft);
        List<String> command = new ArrayList<>(Unprivileged.prefix());
        command.addAll(List.of(initdb, "-D", draft.toString(), "-U", "postgres"));
        command.addAll(List.of("-A", "scram-sha-256", "--pwfile=" + superuserPassword, "--no-instructions"));
        command.addAll(List.of("-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        execute(command);
        Files.move(draft, home);
    }

    /** PostgreSQL insists on its own name for the log, so that name is a link to ours. */
    private void pointLogTo(Path log) throws IOException {
        Files.createDirectories(logDirectory);
        Path link = logDirectory.resolve(LOG_NAME + ".json");
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, log);
    }

    /**
     * After a crash of the machine, the number in the pid file may by now belong to another program, which PostgreSQL
     * would take for itself and refuse to start.
     */
    private void removeStalePidFile() throws IOException {
        Path file = home.resolve("postmaster.pid");
        if (Files.exists(file)) {
            long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            boolean someoneElses = ProcessHandle.of(pid)
                    .flatMap(process -> process.info().command())
                    .filter(command -> !command.endsWith("/postgres"))
                    .isPresent();
            if (someoneElses) {
                Files.delete(file);
            }
        }
    }

    private static void execute(List<String> command) throws IOException, InterruptedException, StartFailed {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
            String reason = lines.stream()
                    .filter(line -> line.contains("error:") || line.contains("FATAL"))
                    .findFirst()
                    .orElse(lines.isEmpty() ? "no output" : lines.getLast());
            throw new StartFailed("PostgreSQL's files can't be made: " + reason.strip());
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
