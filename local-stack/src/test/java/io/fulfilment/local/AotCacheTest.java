package io.fulfilment.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfilment.local.process.StartFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

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
        assertThat(run(trained().use(), "-XX:AOTMode=on")).isEqualTo("hello\n");

        Path elsewhere = Files.move(target, temporary.resolve("elsewhere"));
        AotCache cache = AotCache.of(elsewhere.resolve(jar.getFileName()));

        assertThat(cache.isWritten()).isTrue();
        assertThat(run(cache.use(), "-XX:AOTMode=on")).isEqualTo("hello\n");
    }

    @Test
    void servesNoOtherBuildOfTheSameNameAndAge() throws Exception {
        kept();
        var age = Files.getLastModifiedTime(jar);
        build("other");
        Files.setLastModifiedTime(jar, age);

        assertThat(AotCache.of(jar).isWritten()).isFalse();
    }

    @Test
    void servesTheSameProgramBuiltAnew() throws Exception {
        kept();
        build("first");

        assertThat(AotCache.of(jar).isWritten()).isTrue();
    }

    @Test
    void keepsQuietWhereItIsOfNoUse() throws Exception {
        AotCache cache = trained();

        assertThat(run(cache.use(), "-XX:-UseSerialGC", "-XX:+UseZGC")).isEqualTo("hello\n");
        assertThat(run(cache.use(), "-XX:TieredStopAtLevel=1")).isEqualTo("hello\n");
        try (var file = FileChannel.open(cache.folder().resolve("app.aot"), StandardOpenOption.WRITE)) {
            file.truncate(100_000);
        }
        assertThat(run(cache.use())).isEqualTo("hello\n");
    }

    @Test
    void isNoneAsLongAsTheJvmWorksOnIt() throws Exception {
        AotCache cache = AotCache.of(jar);
        cache.prepare(JAVA);
        Files.writeString(cache.folder().resolve("app.aot.new"), "half a cache");
        Files.writeString(cache.folder().resolve("app.aot.new.config"), "notes");

        assertThatThrownBy(cache::keep).isInstanceOf(StartFailed.class);
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

        assertThatThrownBy(() -> AotCache.of(jar).prepare(JAVA))
                .isInstanceOf(StartFailed.class)
                .hasMessageContaining(jar + " cannot be unpacked");
    }

    private AotCache trained() throws Exception {
        AotCache cache = AotCache.of(jar);
        cache.prepare(JAVA);
        assertThat(run(cache.train())).startsWith("hello\n");
        assertThat(cache.keep()).isPositive();
        return cache;
    }

    /** One that no JVM would take. */
    private AotCache kept() throws Exception {
        AotCache cache = AotCache.of(jar);
        cache.prepare(JAVA);
        Files.writeString(cache.folder().resolve("app.aot.new"), "a cache");
        cache.keep();
        return cache;
    }

    private void build(String label) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Greeting.class.getName());
        String file = Greeting.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream greeting = Greeting.class.getResourceAsStream("/" + file)) {
            out.putNextEntry(new JarEntry(file));
            out.write(greeting.readAllBytes());
            out.putNextEntry(new JarEntry("label"));
            out.write(label.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** With the flags of a service. */
    private static String run(List<String> arguments, String... flags) throws Exception {
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-XX:+UseSerialGC", "-Xmx64m"));
        command.addAll(List.of(flags));
        command.addAll(arguments);
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
