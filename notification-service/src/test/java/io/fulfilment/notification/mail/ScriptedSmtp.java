package io.fulfilment.notification.mail;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that answers as its script says, hangs up, or stays silent. */
final class ScriptedSmtp implements AutoCloseable {

    static final String HANG_UP = "";

    static final String SILENCE = "-";

    private final Map<String, String> script;
    private final ServerSocket server;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();

    /** @param script answers other than the usual, by the first four characters of a command, or "." for a mail's end */
    ScriptedSmtp(Map<String, String> script) {
        this.script = script;
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** Breaks the connections that there are. */
    void hangUp() {
        open.forEach(ScriptedSmtp::close);
    }

    private static void close(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().start(() -> converse(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void converse(Socket socket) {
        try (socket;
                var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                var out = new PrintWriter(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
            out.print("220 ready\r\n");
            out.flush();
            boolean inMail = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (inMail && !line.equals(".")) {
                    continue;
                }
                String answer = answerTo(line);
                if (answer.equals(HANG_UP)) {
                    return;
                }
                inMail = answer.startsWith("354");
                if (!answer.equals(SILENCE)) {
                    out.print(answer + "\r\n");
                    out.flush();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String answerTo(String line) {
        String command = line.equals(".") ? "." : line.substring(0, 4).toUpperCase(Locale.ROOT);
        return script.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 ok");
    }

    @Override
    public void close() {
        close(server);
    }
}
