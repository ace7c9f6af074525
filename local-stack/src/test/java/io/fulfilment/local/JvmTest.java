package io.fulfilment.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfilment.local.process.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JvmTest {

    @TempDir
    Path project;

    private Layout layout;
    private Path jar;

    @BeforeEach
    void build() throws IOException {
        layout = new Layout(project, project.resolve(".local"));
        jar = Files.createDirectories(project.resolve("order-service/target")).resolve("order-service-exec.jar");
        Greeting.build(jar, "first");
    }

    @Test
    void startsAServiceFromItsJar() throws IOException {
        assertThat(command(jvm(""))).endsWith("-jar", jar.toString()).noneMatch(argument -> argument.contains("AOT"));
    }

    @Test
    void startsAServiceFromItsCacheWhereItHasOne() throws IOException {
        Path cache = writeCache("");

        assertThat(command(jvm("")))
                .contains("-XX:AOTCache=" + cache, "-XX:+UseSerialGC")
                .endsWith("-jar", cache.resolveSibling("order-service-exec.jar").toString());
    }

    @Test
    void startsWhatIsBuiltWhenItIsLaunched() throws IOException {
        Program program = jvm("").service("order-service", "order-service");
        Path cache = writeCache("");
        assertThat(program.command()).contains("-XX:AOTCache=" + cache);

        Greeting.build(jar, "other");

        assertThat(program.command()).endsWith("-jar", jar.toString());
    }

    @Test
    void saysAtLaunchWhatIsNotBuilt() throws IOException {
        Program program = jvm("").service("order-service", "order-service");
        Files.delete(jar);

        assertThatThrownBy(program::command).isInstanceOf(IOException.class).hasMessageContaining("is not built");
    }

    @Test
    void hasAServiceInTrainingWriteANewCache() throws IOException {
        Path cache = writeCache("");

        assertThat(command(jvm("").training(List.of("order-service"))))
                .contains("-XX:AOTCacheOutput=" + cache + ".new")
                .noneMatch(argument -> argument.startsWith("-XX:AOTCache="))
                .endsWith("-jar", cache.resolveSibling("order-service-exec.jar").toString());
    }

    @Test
    void trainsWhatWasBuiltWhenTheTrainingBegan() throws IOException {
        Jvm training = jvm("").training(List.of("order-service"));
        List<String> before = command(training);

        Greeting.build(jar, "other");

        assertThat(command(training)).isEqualTo(before);
    }

    @Test
    void hasTheUsersOptionsOverrideItsOwn() throws IOException {
        writeCache("-Xmx1g -Xlog:aot*=info");

        assertThat(command(jvm(" -Xmx1g  -Xlog:aot*=info")))
                .containsSubsequence("-Xmx256m", "-Xlog:aot*=off", "-Xmx1g", "-Xlog:aot*=info", "-jar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-Xshare:off", "-XX:SharedArchiveFile=a.jsa", "-XX:AOTMode=off", "-Xmx1g -XX:AOTCache=other.aot"
            })
    void leavesTheCacheToTheUserWhoDecidesOnIt(String options) throws IOException {
        Path cache = writeCache(options);

        assertThat(command(jvm(options)))
                .contains(options.split(" "))
                .doesNotContain("-XX:AOTCache=" + cache)
                .endsWith("-jar", jar.toString());
    }

    private Jvm jvm(String options) {
        return new Jvm(layout, FurtherOptions.of(options), Map.of());
    }

    private Path writeCache(String options) throws IOException {
        Path folder = AotCache.of(jar, FurtherOptions.of(options)).folder();
        return Files.writeString(Files.createDirectories(folder).resolve("app.aot"), "a cache");
    }

    private static List<String> command(Jvm jvm) throws IOException {
        return jvm.service("order-service", "order-service-2").command();
    }
}
