package io.fulfilment.events.schema;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The schemas that have landed, one file for each message version. A landed one changes only compatibly, for ever, and a
 * list of their fingerprints tells when one was changed along with its record, which no comparison of the two would.
 */
final class LandedSchemas {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SUFFIX = ".json";

    private final Path folder;
    private final Fingerprints fingerprints;

    LandedSchemas(Path folder, Path list) {
        this.folder = folder;
        this.fingerprints = new Fingerprints(folder, list);
    }

    /** Those that ship with the records. */
    static LandedSchemas ofTheBuild() {
        return new LandedSchemas(
                Path.of("src/main/resources/schemas"), Path.of("src/test/resources/landed-schemas.sha256"));
    }

    JsonNode of(String type) {
        return read(folder.resolve(type + SUFFIX));
    }

    /** By type name. */
    Map<String, JsonNode> all() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .collect(toMap(LandedSchemas::typeOf, LandedSchemas::read, (one, _) -> one, TreeMap::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What in today's schemas breaks with a landed one, with what to do instead; nothing if all is compatible. */
    Optional<String> breaks(Map<String, ? extends JsonNode> current) {
        var breaks = new ArrayList<>(fingerprints.differences());
        all().forEach((type, landed) -> {
            var today = current.get(type);
            List<String> found =
                    today == null ? List.of("its record disappeared") : Compatibility.breaks(landed, today);
            found.forEach(line -> breaks.add(type + ": " + line));
        });
        return breaks.isEmpty()
                ? Optional.empty()
                : Optional.of(breaks.stream()
                        .collect(joining(
                                "\n  ",
                                "A landed message version was changed incompatibly:\n  ",
                                "\nUndo that and make a new version, an upcaster and an approved sample"
                                        + " (docs/messages.md, \"A new version\").")));
    }

    /** The types whose file is missing or says something else than today's schema. */
    List<String> outdated(Map<String, ? extends JsonNode> current) {
        var landed = all();
        return current.keySet().stream()
                .filter(type -> !Objects.equals(landed.get(type), current.get(type)))
                .sorted()
                .toList();
    }

    /**
     * Writes the files that are outdated.
     *
     * @throws IllegalStateException with nothing written, if one would break what has landed
     */
    void approve(Map<String, ? extends JsonNode> current) {
        breaks(current).ifPresent(message -> {
            throw new IllegalStateException(message);
        });
        outdated(current).forEach(type -> write(type, Objects.requireNonNull(current.get(type))));
        fingerprints.write();
    }

    private void write(String type, JsonNode schema) {
        var text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema);
        try {
            Files.writeString(folder.resolve(type + SUFFIX), text.replace("\r\n", "\n") + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String typeOf(Path file) {
        var name = file.getFileName().toString();
        return name.substring(0, name.length() - SUFFIX.length());
    }

    private static JsonNode read(Path file) {
        return JSON.readTree(file.toFile());
    }
}
