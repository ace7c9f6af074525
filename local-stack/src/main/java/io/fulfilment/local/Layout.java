package io.fulfilment.local;

import io.fulfilment.local.process.RunDirectory;
import io.fulfilment.local.process.StartFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where everything lies.
 *
 * @param project the root of the source tree
 * @param local what the running system keeps, {@code .local} unless told otherwise
 */
record Layout(Path project, Path local) {

    Path data() {
        return local.resolve("data");
    }

    Path secrets() {
        return data().resolve("secrets");
    }

    Path run() {
        return local.resolve("run");
    }

    Path cache() {
        return local.resolve("cache");
    }

    RunDirectory directory() {
        return new RunDirectory(local.resolve("logs"), run());
    }

    Path rolesScript() {
        return project.resolve("deploy/postgres/roles.sql");
    }

    Path catalogue() {
        return project.resolve("deploy/catalogue.csv");
    }

    /** Fetched by {@code ./run} when it is asked for traces. */
    Path zipkin() {
        return project.resolve("local-stack/target/zipkin/zipkin-server.jar");
    }

    /** The one file of the module's target folder with that ending. */
    Path built(String module, String ending) throws IOException {
        Path target = project.resolve(module).resolve("target");
        if (!Files.isDirectory(target)) {
            throw new IOException(module + " is not built");
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow(() -> new IOException(module + " is not built: no *" + ending + " in " + target));
        }
    }

    /** @throws StartFailed if there is a data folder that is not ours */
    void create() throws IOException, StartFailed {
        for (Path directory : List.of(run(), cache(), local.resolve("logs"))) {
            Files.createDirectories(directory);
        }
        dataFolder().create();
    }

    /** Forgets everything that the system ever stored. */
    void wipe() throws IOException {
        dataFolder().empty();
    }

    private DataFolder dataFolder() {
        return new DataFolder(data());
    }
}
