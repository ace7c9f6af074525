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
 * unpacked, as the JVM caches nothing of jars within a jar. The folder's name says what is in the jar, and which JDK and
 * further options it was: the JVM itself looks at no more than the size and time of a jar, and all of ours are of the same
 * time; and what it learned with another garbage collector is of no use to it.
 *
 * @param jar the program, packed
 */
record AotCache(Path jar, FurtherOptions further, Path folder) {

    static AotCache of(Path jar, FurtherOptions further) throws IOException {
        return new AotCache(jar, further, jar.resolveSibling("aot").resolve(fingerprint(jar, further)));
    }

    boolean isWritten() {
        return Files.exists(cache());
    }

    /** Flags to start {@link #program} with. A JVM that can't use the cache starts without, and keeps quiet. */
    List<String> use() {
        return List.of("-XX:AOTCache=" + cache(), "-Xlog:aot*=off", "-Xlog:cds*=off");
    }

    /** Flags to start {@link #program} with. The JVM writes the cache when it is asked to stop, which takes a while. */
    List<String> train() {
        return List.of(
                "-XX:AOTCacheOutput=" + draft(),
                // On the standard output it would land among the lines of a service's log.
                "-Xlog:aot*=off",
                "-Xlog:cds*=off",
                "-Xlog:aot*=error:stderr",
                "-Xlog:cds*=error:stderr");
    }

    /** The jar that the cache belongs to. */
    Path program() {
        return folder.resolve(jar.getFileName());
    }

    /** Makes what a training needs, and forgets one that was broken off. */
    void prepare(Path java) throws IOException, InterruptedException, StartFailed {
        discard();
        if (Files.exists(folder)) {
            return;
        }
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        "" + unpacking())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new StartFailed(jar + " cannot be unpacked: " + said.strip());
        }
        if (!of(jar, further).equals(this)) {
            throw new StartFailed(jar + " was built anew meanwhile: begin again");
        }
        Files.move(unpacking(), folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Takes the cache that a process wrote which has ended, and deletes those of other builds.
     *
     * @param log of that process
     * @return its size
     * @throws StartFailed if there is none, or only a part
     */
    long keep(Path log) throws IOException, StartFailed {
        if (!Files.exists(draft()) || Files.exists(notes())) {
            throw new StartFailed("the JVM wrote no cache " + draft() + "; its log: " + log);
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
        DataFolder.delete(unpacking());
    }

    private Path unpacking() {
        return folder.resolveSibling(folder.getFileName() + ".new");
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
    private static String fingerprint(Path jar, FurtherOptions further) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
            digest.update(System.getProperty("java.vm.vendor").getBytes(StandardCharsets.UTF_8));
            for (String option : further.list()) {
                digest.update((option + '\n').getBytes(StandardCharsets.UTF_8));
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                digest.update((entry.getName() + ' ' + entry.getCrc() + '\n').getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
