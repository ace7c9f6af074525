package io.fulfilment.local;

import io.fulfilment.local.process.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder with the system's data, for the eyes of its user alone. It has a mark, so that no other is ever emptied. */
record DataFolder(Path path) {

    /** What a folder has in it that was made before there was a mark. */
    private static final Path OLD_MARK = Path.of("secrets", "order_service");

    /** @throws StartFailed if there is a folder of that name with something else in it */
    void create() throws IOException, StartFailed {
        Files.createDirectories(path);
        if (!isOurs()) {
            throw new StartFailed(path + " has files in it that are not this system's: move them away,"
                    + " or give --local-dir DIR to keep the system's data elsewhere");
        }
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        if (!Files.exists(mark())) {
            Files.writeString(mark(), "This folder belongs to ./run, and --fresh deletes what is in it.\n");
        }
    }

    /** Deletes everything but the mark. */
    void empty() throws IOException {
        for (Path file : content()) {
            if (!file.equals(mark())) {
                delete(file);
            }
        }
    }

    private boolean isOurs() throws IOException {
        return Files.exists(mark())
                || Files.exists(path.resolve(OLD_MARK))
                || content().isEmpty();
    }

    private Path mark() {
        return path.resolve("fulfilment-data");
    }

    private List<Path> content() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.toList();
        }
    }

    /** A folder with all that is in it, if there is one. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
