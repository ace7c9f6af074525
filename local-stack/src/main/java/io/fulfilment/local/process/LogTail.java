package io.fulfilment.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The end of a log of JSON lines, as a person reads it. */
public final class LogTail {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int WINDOW = 64 * 1024;
    private static final int LONGEST_LINE = 400;

    private LogTail() {}

    /** The last lines; none if there is no log. */
    public static List<String> of(Path log, int lines) {
        try {
            if (!Files.exists(log)) {
                return List.of();
            }
            List<String> all = end(log).lines()
                    .filter(line -> !line.isBlank())
                    .flatMap(LogTail::readable)
                    .toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        } catch (IOException e) {
            return List.of("(the log can't be read: " + e.getMessage() + ")");
        }
    }

    private static String end(Path log) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(0, file.length() - WINDOW);
            byte[] bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return start == 0 ? text : text.substring(text.indexOf('\n') + 1);
        }
    }

    private static Stream<String> readable(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            String level = json.at("/log/level").asString(json.path("level").asString(""));
            String text = Stream.of(
                            json.path("message")
                                    .asString(json.path("formattedMessage").asString("")),
                            json.at("/error/stack_trace").asString(""),
                            json.at("/throwable/message").asString(""))
                    .filter(part -> !part.isBlank())
                    .map(part -> part.lines().limit(12).map(LogTail::shortened).toList())
                    .map(part -> String.join("\n    ", part))
                    .collect(Collectors.joining("\n    "));
            return (level + " " + text).strip().lines();
        } catch (JacksonException e) {
            return Stream.of(shortened(line));
        }
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
