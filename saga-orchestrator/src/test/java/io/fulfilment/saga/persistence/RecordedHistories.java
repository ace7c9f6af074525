package io.fulfilment.saga.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The histories of each version of each saga that has landed: one file for each, one line for each history. */
final class RecordedHistories {

    private static final Path FOLDER = Path.of("src/test/resources/histories");
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    value -> value.withValueInclusion(com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY))
            .build();

    private RecordedHistories() {}

    static Path file(String type, int version) {
        return FOLDER.resolve(type + ".v" + version + ".jsonl");
    }

    static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<RecordedHistory> read(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> JSON.readValue(line, RecordedHistory.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException if the version has its histories: they never change */
    static void write(Path file, List<RecordedHistory> histories) {
        if (Files.exists(file)) {
            throw new IllegalStateException(file + " has landed: a saga that goes another way is a new version");
        }
        try {
            Files.createDirectories(FOLDER);
            Files.write(file, histories.stream().map(JSON::writeValueAsString).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
