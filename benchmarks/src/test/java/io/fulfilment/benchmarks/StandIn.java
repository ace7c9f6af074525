package io.fulfilment.benchmarks;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** One part of a system that has no other, and a script in place of {@code ./run} that gives tokens. */
final class StandIn implements AutoCloseable {

    private final HttpServer server;
    private final LocalSystem system;

    /** @param usualPort which part it is */
    StandIn(Path root, int usualPort, String path, HttpHandler handler) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(path, handler);
        server.start();
        Path script = Files.writeString(root.resolve("run"), "#!/bin/bash\necho token-of-$2\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        system = new LocalSystem(root, root, server.getAddress().getPort() - usualPort);
    }

    Api api() {
        return new Api(system);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
