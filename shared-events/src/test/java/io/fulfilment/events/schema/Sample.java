package io.fulfilment.events.schema;

import io.fulfilment.events.Message;
import io.fulfilment.events.TypeName;
import io.fulfilment.events.catalogue.Contracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An approved JSON of a message, in a file {@code TYPE.json} or {@code TYPE~case.json}. It is never edited once landed:
 * such messages are in topics and archives.
 */
record Sample(String name, String type, ObjectNode json) {

    private static final Path FOLDER = Path.of("src/test/resources/samples");

    static List<Sample> all() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().map(Sample::read).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The record of the type, as the language has it today. */
    Class<? extends Message> record() {
        return Contracts.all().stream()
                .filter(candidate -> TypeName.of(candidate).toString().equals(type))
                .findAny()
                .orElseThrow(() -> new AssertionError("a sample of a message that is not in the language: " + name));
    }

    private static Sample read(Path file) {
        var name = file.getFileName().toString().replaceAll("\\.json$", "");
        JsonNode json = JsonMapper.shared().readTree(file.toFile());
        return new Sample(name, name.replaceAll("~.*$", ""), (ObjectNode) json);
    }

    @Override
    public String toString() {
        return name;
    }
}
