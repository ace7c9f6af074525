package io.fulfilment.local;

import io.fulfilment.local.process.StartFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What a JVM has learned of a program, for the next one to begin with (JEP 483, 514 and 515), and the program itself,
 * unpacked, as the JVM caches nothing of jars within a jar. The folder's name says what is in the jar, and which JDK it was:
 * the JVM itself looks at no more than the size and time of a jar, and all of ours are of the same time.
 *
 * @param jar the program, packed
 */
record AotCache(Path jar, Path folder) {

    static AotCache of(Path jar) throws IOException {
        return new AotCache(jar, jar.resolveSibling("aot").resolve(fingerprint(jar)));
    }

    boolean isWritten() {
        return Files.exists(cache());
    }

    /** A JVM that has no use for the cache, with another garbage collector for instance, starts without and keeps quiet. */
    List<String> use() {
        return arguments("-XX:AOTCache=" + cache());
    }

    /** The JVM writes the cache when it is asked to stop, which takes a while. */
    List<String> train() {
        return arguments("-XX:AOTCacheOutput=" + draft());
    }

    /** What the JVM has to say of its cache would land among the lines of a service's log. */
    private List<String> arguments(String mode) {
        return List.of(mode, "-Xlog:aot*=off", "-Xlog:cds*=off", "-jar", unpacked());
    }

    /** Makes what a training needs, and forgets one that was broken off. */
    void prepare(Path java) throws IOException, InterruptedException, StartFailed {
        discard();
        if (Files.exists(folder)) {
            return;
        }
        Path draft = folder.resolveSibling(folder.getFileName() + ".new");
        DataFolder.delete(draft);
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        "" + draft)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new StartFailed(jar + " cannot be unpacked: " + said.strip());
        }
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Takes the cache that a process wrote which has ended, and deletes those of other builds.
     *
     * @return its size
     * @throws StartFailed if there is none, or only a part
     */
    long keep() throws IOException, StartFailed {
        if (!Files.exists(draft()) || Files.exists(notes())) {
            throw new StartFailed("the JVM wrote no cache " + draft());
        }
        Files.move(draft(), cache(), StandardCopyOption.ATOMIC_MOVE);
        try (Stream<Path> folders = Files.list(folder.resolveSibling(""))) {
            for (Path other : folders.filter(path -> !path.equals(folder)).toList()) {
                DataFolder.delete(other);
            }
        }
        return Files.size(cache());
    }

    /** Deletes what a training left that was broken off. */
    void discard() throws IOException {
        Files.deleteIfExists(draft());
        Files.deleteIfExists(notes());
    }

    private String unpacked() {
        return folder.resolve(jar.getFileName()).toString();
    }

    private Path cache() {
        return folder.resolve("app.aot");
    }

    private Path draft() {
        return folder.resolve("app.aot.new");
    }

    /** The JVM writes them before the cache, and removes them when the cache is whole. */
    private Path notes() {
        return folder.resolve("app.aot.new.config");
    }

    /** A jar's directory has a checksum of each file. */
    private static String fingerprint(Path jar) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(System.getProperty("java.vm.vendor").getBytes(StandardCharsets.UTF_8));
            for (ZipEntry entry : Collections.list(zip.entries())) {
                digest.update((entry.getName() + ' ' + entry.getCrc() + '\n').getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
