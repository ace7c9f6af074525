package io.fulfilment.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfilment.local.process.StartFailed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private static final Path LOG = Path.of("logs", "program.log");
    private static final FurtherOptions NONE = FurtherOptions.of("");

    @TempDir
    Path temporary;

    private Path target;
    private Path jar;

    @BeforeEach
    void build() throws IOException {
        target = Files.createDirectories(temporary.resolve("a project/target"));
        jar = target.resolve("program-exec.jar");
        build("first");
    }

    @Test
    void servesTheProgramThatItWasTrainedWithWhereverItIsMoved() throws Exception {
        assertThat(use(trained(), "-XX:AOTMode=on")).isEqualTo("hello\n");

        Path elsewhere = Files.move(target, temporary.resolve("elsewhere"));
        AotCache cache = AotCache.of(elsewhere.resolve(jar.getFileName()), NONE);

        assertThat(cache.isWritten()).isTrue();
        assertThat(use(cache, "-XX:AOTMode=on")).isEqualTo("hello\n");
    }

    @Test
    void servesNoOtherBuildOfTheSameNameAndAge() throws Exception {
        kept();
        var age = Files.getLastModifiedTime(jar);
        build("other");
        Files.setLastModifiedTime(jar, age);

        assertThat(cache().isWritten()).isFalse();
    }

    @Test
    void servesTheSameProgramBuiltAnew() throws Exception {
        kept();
        build("first");

        assertThat(cache().isWritten()).isTrue();
    }

    @Test
    void servesNoOtherOptionsOfTheJvm() throws Exception {
        kept();

        assertThat(AotCache.of(jar, FurtherOptions.of("-XX:-UseSerialGC -XX:+UseZGC"))
                        .isWritten())
                .isFalse();
    }

    @Test
    void isNotMadeOfWhatWasBuiltAfterItsTrainingBegan() throws Exception {
        AotCache cache = cache();
        build("other");

        assertThatThrownBy(() -> cache.prepare(JAVA)).hasMessageContaining("was built anew meanwhile");

        cache.discard();
        assertThat(target.resolve("aot")).isEmptyDirectory();
    }

    @Test
    void keepsQuietWhereItIsOfNoUse() throws Exception {
        AotCache cache = trained();

        assertThat(use(cache, "-XX:-UseSerialGC", "-XX:+UseZGC")).isEqualTo("hello\n");
        assertThat(use(cache, "-XX:TieredStopAtLevel=1")).isEqualTo("hello\n");
        try (var file = FileChannel.open(cache.folder().resolve("app.aot"), StandardOpenOption.WRITE)) {
            file.truncate(100_000);
        }
        assertThat(use(cache)).isEqualTo("hello\n");
    }

    @Test
    void isNoneAsLongAsTheJvmWorksOnIt() throws Exception {
        AotCache cache = cache();
        cache.prepare(JAVA);
        Files.writeString(cache.folder().resolve("app.aot.new"), "half a cache");
        Files.writeString(cache.folder().resolve("app.aot.new.config"), "notes");

        assertThatThrownBy(() -> cache.keep(LOG))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining(LOG.toString());
        assertThat(cache.isWritten()).isFalse();

        cache.discard();
        assertThat(names(cache.folder())).containsExactly(jar.getFileName().toString());
    }

    @Test
    void takesThePlaceOfThoseOfOtherBuilds() throws Exception {
        AotCache first = kept();
        build("other");

        AotCache other = kept();

        assertThat(first.folder()).doesNotExist();
        assertThat(other.isWritten()).isTrue();
    }

    @Test
    void tellsWhyAJarCannotBeUnpacked() throws Exception {
        try (var broken = new JarOutputStream(Files.newOutputStream(jar))) {
            broken.putNextEntry(new JarEntry("no program"));
        }

        assertThatThrownBy(() -> cache().prepare(JAVA))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining(jar + " cannot be unpacked");
    }

    private AotCache trained() throws Exception {
        AotCache cache = cache();
        cache.prepare(JAVA);
        assertThat(run(cache, cache.train())).startsWith("hello\n");
        assertThat(cache.keep(LOG)).isPositive();
        return cache;
    }

    /** One that no JVM would take. */
    private AotCache kept() throws Exception {
        AotCache cache = cache();
        cache.prepare(JAVA);
        Files.writeString(cache.folder().resolve("app.aot.new"), "a cache");
        cache.keep(LOG);
        return cache;
    }

    private void build(String label) throws IOException {
        Greeting.build(jar, label);
    }

    private AotCache cache() throws IOException {
        return AotCache.of(jar, NONE);
    }

    private static String use(AotCache cache, String... further) throws Exception {
        return run(cache, cache.use(), further);
    }

    /** With the flags of a service. */
    private static String run(AotCache cache, List<String> flags, String... further) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(JAVA.toString(), "-XX:+UseSerialGC", "-Xmx64m", "-XX:+DisplayVMOutputToStderr"));
        command.addAll(flags);
        command.addAll(List.of(further));
        command.addAll(List.of("-jar", cache.program().toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
