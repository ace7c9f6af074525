package io.fulfilment.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmTest {

    @TempDir
    Path project;

    private Layout layout;
    private Path jar;

    @BeforeEach
    void build() throws IOException {
        layout = new Layout(project, project.resolve(".local"));
        jar = Files.createDirectories(project.resolve("order-service/target")).resolve("order-service-exec.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("program"));
        }
    }

    @Test
    void startsAServiceFromItsJar() {
        assertThat(command(new Jvm(layout)))
                .endsWith("-jar", jar.toString())
                .noneMatch(argument -> argument.contains("AOT"));
    }

    @Test
    void startsAServiceFromItsCacheWhereItHasOne() throws IOException {
        Path cache = Files.createDirectories(AotCache.of(jar).folder()).resolve("app.aot");
        Files.writeString(cache, "a cache");

        assertThat(command(new Jvm(layout)))
                .contains("-XX:AOTCache=" + cache, "-XX:+UseSerialGC")
                .endsWith("-jar", cache.resolveSibling("order-service-exec.jar").toString());
    }

    @Test
    void hasAServiceInTrainingWriteANewCache() throws IOException {
        Path folder = Files.createDirectories(AotCache.of(jar).folder());
        Files.writeString(folder.resolve("app.aot"), "a cache");

        assertThat(command(new Jvm(layout, true)))
                .contains("-XX:AOTCacheOutput=" + folder.resolve("app.aot.new"))
                .noneMatch(argument -> argument.startsWith("-XX:AOTCache="))
                .endsWith("-jar", folder.resolve("order-service-exec.jar").toString());
    }

    private static List<String> command(Jvm jvm) {
        return jvm.service("order-service", "order-service-2").command();
    }
}
