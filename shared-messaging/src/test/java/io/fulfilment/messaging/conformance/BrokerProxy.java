package io.fulfilment.messaging.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way to the broker, which can be closed, or lose what the broker answers. */
final class BrokerProxy implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerProxy.class);

    private static final int CHUNK = 64 * 1024;

    private enum Mode {
        OPEN,
        CLOSED,
        WITHOUT_ANSWERS
    }

    private final ServerSocket entrance;
    private final int broker;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong bytesLost = new AtomicLong();
    private volatile Mode mode = Mode.OPEN;

    private BrokerProxy(ServerSocket entrance, int broker) {
        this.entrance = entrance;
        this.broker = broker;
    }

    static BrokerProxy start(int port, int broker) {
        try {
            var proxy = new BrokerProxy(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), broker);
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return entrance.getLocalPort();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                connect(entrance.accept());
            } catch (IOException e) {
                LOG.debug("No connection", e);
            }
        }
    }

    private void connect(Socket client) throws IOException {
        sockets.add(client);
        if (mode == Mode.CLOSED) {
            refused.incrementAndGet();
            close(client);
            return;
        }
        try {
            var server = new Socket(InetAddress.getLoopbackAddress(), broker);
            sockets.add(server);
            Thread.ofVirtual().start(() -> pump(client, server, false));
            Thread.ofVirtual().start(() -> pump(server, client, true));
        } catch (IOException e) {
            close(client);
            throw e;
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] chunk = new byte[CHUNK];
        boolean lost = false;
        try {
            InputStream source = from.getInputStream();
            OutputStream target = to.getOutputStream();
            for (int length = source.read(chunk); length >= 0; length = source.read(chunk)) {
                // Nothing follows what was lost: no network leaves something out.
                lost |= answers && mode == Mode.WITHOUT_ANSWERS;
                if (lost) {
                    bytesLost.addAndGet(length);
                } else {
                    target.write(chunk, 0, length);
                }
            }
        } catch (IOException e) {
            LOG.debug("A connection ended", e);
        } finally {
            close(from);
            close(to);
        }
    }

    /** Ends every connection, and lets nobody in. */
    void shut() {
        change(Mode.CLOSED);
    }

    /** The broker hears everything, and nobody hears the broker. */
    void loseAnswers() {
        mode = Mode.WITHOUT_ANSWERS;
    }

    void open() {
        change(Mode.OPEN);
    }

    /** No connection outlives it of which something was lost. */
    private void change(Mode next) {
        mode = next;
        sockets.forEach(this::close);
    }

    private void close(Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("A connection didn't close", e);
        }
    }

    long refused() {
        return refused.get();
    }

    long bytesLost() {
        return bytesLost.get();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        change(Mode.CLOSED);
    }
}
