package io.fulfilment.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Finds ports for servers that must know theirs before they bind it. Below the range that the system gives to outgoing
 * connections, so that none of these takes it in between.
 */
public final class FreePort {

    private static final int LOWEST = 20_000;
    private static final int BOUND = 32_000;

    private FreePort() {}

    public static int next() {
        while (true) {
            int candidate = ThreadLocalRandom.current().nextInt(LOWEST, BOUND);
            if (isFree(candidate)) {
                return candidate;
            }
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
