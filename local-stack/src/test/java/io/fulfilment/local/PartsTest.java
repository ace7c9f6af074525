package io.fulfilment.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.local.process.Readiness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsTest {

    @TempDir
    Path project;

    private Layout layout;
    private Path unpacked;

    @BeforeEach
    void build() throws Exception {
        layout = new Layout(project, project.resolve(".local"));
        layout.create();
        Path target = Files.createDirectories(project.resolve("order-service/target"));
        unpacked = target.resolve("aot");
        Greeting.build(target.resolve("order-service-exec.jar"), "first");
    }

    @Test
    void unpacksAServiceBeforeItIsTrained() throws Exception {
        Jvm jvm = new Jvm(layout).training(List.of("order-service"));

        readiness(jvm).prepare();

        assertThat(unpacked).isDirectoryRecursivelyContaining("glob:**/order-service-exec.jar");
    }

    @Test
    void unpacksNoServiceThatIsMerelyStarted() throws Exception {
        readiness(new Jvm(layout)).prepare();

        assertThat(unpacked).doesNotExist();
    }

    private Readiness readiness(Jvm jvm) throws IOException {
        var parts = new Parts(new Options(false, false, Map.of(), 0, layout), jvm, new Secrets(layout.secrets()));
        return parts.service("order-service", 8081).readiness();
    }
}
