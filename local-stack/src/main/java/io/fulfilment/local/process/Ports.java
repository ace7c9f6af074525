package io.fulfilment.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of the loopback address. */
public final class Ports {

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

    /** A port that nobody listens on at the moment. */
    public static int anyFree() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("this machine has no free port", e);
        }
    }
}
