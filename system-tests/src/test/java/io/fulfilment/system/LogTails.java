package io.fulfilment.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What went wrong, from all logs: their warnings and errors. */
final class LogTails {

    private static final int LINES = 8;
    private static final int WIDTH = 1_500;

    private LogTails() {}

    static String of(Path logs) {
        try (Stream<Path> files = Files.list(logs)) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .map(LogTails::tail)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String tail(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            List<String> bad = lines.filter(line -> line.contains("\"WARN\"") || line.contains("\"ERROR\""))
                    .map(line -> line.substring(0, Math.min(WIDTH, line.length())))
                    .toList();
            return "--- " + log + "\n" + String.join("\n", bad.subList(Math.max(0, bad.size() - LINES), bad.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
