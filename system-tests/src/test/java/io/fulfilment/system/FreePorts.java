package io.fulfilment.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.IntStream;

/** Finds room for a whole system, below the ports that the operating system hands out by itself. */
final class FreePorts {

    private static final int[] PORTS = {
        4318, 8025, 8080, 8081, 8082, 8083, 8084, 8085, 8086, 8090, 8091, 8092, 9080, 9081, 9082, 9083, 9084, 9085,
        9086, 9411, 15432, 19092, 19093
    };

    private FreePorts() {}

    static int offset() {
        return IntStream.iterate(10_000, offset -> offset <= 13_000, offset -> offset + 100)
                .filter(offset -> isApart(offset) && taken(offset).isEmpty())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free ports between 14000 and 32000"));
    }

    /** The ports of the system with an offset that somebody listens on. */
    static List<Integer> taken(int offset) {
        return IntStream.of(PORTS)
                .map(port -> port + offset)
                .filter(port -> !isFree(port))
                .boxed()
                .toList();
    }

    /** Leaves room for a system without an offset, even if none runs yet. */
    private static boolean isApart(int offset) {
        return IntStream.of(PORTS)
                .map(port -> port + offset)
                .noneMatch(port -> IntStream.of(PORTS).anyMatch(theirs -> theirs == port));
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
