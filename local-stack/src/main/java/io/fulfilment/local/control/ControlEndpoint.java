package io.fulfilment.local.control;

import io.fulfilment.local.http.Answer;
import io.fulfilment.local.http.JsonServer;
import io.fulfilment.local.http.Request;
import io.fulfilment.local.process.StartFailed;
import io.fulfilment.local.process.Supervisor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/**
 * Takes {@code POST /start/NAME} and {@code POST /kill/NAME}. Its address and the header that it demands are files that
 * only the user who started the system can read.
 */
public final class ControlEndpoint {

    private final Supervisor supervisor;
    private final Path url;
    private final Path header;
    private final String secret;

    public ControlEndpoint(Supervisor supervisor, Path run) {
        this.supervisor = supervisor;
        this.url = run.resolve("control.url");
        this.header = run.resolve("control.header");
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        this.secret = "Bearer " + HexFormat.of().formatHex(random);
    }

    public void open() throws IOException {
        int port = new JsonServer(0)
                .on("/start", request -> obey(request, supervisor::start))
                .on("/kill", request -> obey(request, supervisor::kill))
                .start();
        write(header, "Authorization: " + secret + "\n");
        write(url, "http://127.0.0.1:" + port + "\n");
    }

    /** Leaves no address behind at which nobody listens. */
    public void close() throws IOException {
        Files.deleteIfExists(url);
        Files.deleteIfExists(header);
    }

    @FunctionalInterface
    private interface Order {
        void on(String component) throws StartFailed, InterruptedException, IOException;
    }

    private Answer obey(Request request, Order order) throws IOException, InterruptedException {
        String given = request.header("Authorization").orElse("");
        if (!MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8))) {
            return Answer.error(401, "not yours");
        }
        if (!request.method().equals("POST")) {
            return Answer.error(405, "POST only");
        }
        try {
            order.on(request.rest());
            return Answer.ok(Map.of("done", request.rest()));
        } catch (StartFailed e) {
            return Answer.error(409, e.getMessage());
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        try (var channel = Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
