package io.fulfilment.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** Passwords that are made once and then kept, each in a file that only its owner can read. */
final class Secrets {

    private final Path directory;
    private final SecureRandom random = new SecureRandom();

    Secrets(Path directory) {
        this.directory = directory;
    }

    /** The secret of that name; made now if there is none yet. Letters and digits only. */
    synchronized String get(String name) {
        try {
            Path file = file(name);
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or write " + directory.resolve(name), e);
        }
    }

    Path file(String name) {
        return directory.resolve(name);
    }

    /** Written beside and then moved, so that a crash leaves a whole secret or none. */
    private void make(Path file) throws IOException {
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path draft = directory.resolve(file.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        try (var channel = Files.newByteChannel(
                draft,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            String secret = HexFormat.of().formatHex(bytes) + "\n";
            channel.write(java.nio.ByteBuffer.wrap(secret.getBytes(StandardCharsets.US_ASCII)));
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
