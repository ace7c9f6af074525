package io.fulfilment.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Ports of the loopback address. */
public final class Ports {

    /** Apart from the ports of this system, also where they are moved by a few hundreds or ten thousands. */
    private static final int LOWEST = 23_000;

    private static final int COUNT = 2_000;
    private static final AtomicInteger NEXT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    private Ports() {}

    /** @throws StartFailed naming the port that somebody else listens on */
    static void requireFree(Component component) throws StartFailed {
        for (int port : component.ports()) {
            if (!isFree(port)) {
                throw new StartFailed("port " + port + ", which " + component.name()
                        + " needs, is taken by another program: stop that (`lsof -i :" + port
                        + "` names it), or give --port-offset N to use other ports");
            }
        }
    }

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * A port that nobody listens on at the moment, another each time. It is none of those that the operating system
     * gives to outgoing connections, and so is likely to be free still when it is used.
     */
    public static int anyFree() {
        return IntStream.generate(() -> LOWEST + NEXT.getAndIncrement() % COUNT)
                .limit(COUNT)
                .filter(Ports::isFree)
                .findFirst()
                .orElseThrow(() -> new UncheckedIOException(
                        "no port from " + LOWEST + " to " + (LOWEST + COUNT - 1) + " is free",
                        new IOException("all of them are taken")));
    }
}
