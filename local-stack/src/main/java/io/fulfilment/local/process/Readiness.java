package io.fulfilment.local.process;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;

/** When a process counts as started. */
@FunctionalInterface
public interface Readiness {

    /** Makes what the process needs before it can start. */
    default void prepare() throws IOException, InterruptedException, StartFailed {}

    /** The same, where the process needs something made first. */
    default Readiness after(Preparation preparation) {
        Readiness same = this;
        return new Readiness() {
            @Override
            public void prepare() throws IOException, InterruptedException, StartFailed {
                preparation.make();
                same.prepare();
            }

            @Override
            public void check() throws Exception {
                same.check();
            }
        };
    }

    /** Makes something. */
    @FunctionalInterface
    interface Preparation {
        void make() throws IOException, InterruptedException, StartFailed;
    }

    /**
     * Looks whether the process does its work, and makes the preparations that others rely on.
     *
     * @throws StartFailed if it never will be
     * @throws Exception if it is not ready yet; the last one is shown to the user when time is up
     */
    void check() throws Exception;

    /** Ready as soon as something accepts connections, and the preparation succeeded. */
    static Readiness accepting(int port, Readiness preparation) {
        return () -> {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            }
            preparation.check();
        };
    }

    /** Ready as soon as {@code GET uri} answers 200. */
    static Readiness answering(URI uri) {
        return () -> {
            var connection = (HttpURLConnection) uri.toURL().openConnection();
            connection.setConnectTimeout(500);
            connection.setReadTimeout((int) Duration.ofSeconds(5).toMillis());
            int status = connection.getResponseCode();
            connection.disconnect();
            if (status != 200) {
                throw new IOException(uri + " answers " + status);
            }
        };
    }
}
