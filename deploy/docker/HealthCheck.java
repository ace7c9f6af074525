import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Asks a port of this container for a path, and ends with 0 if that is answered by 200: a health check for images without
 * a shell's tools. Little of the JDK is loaded for it, as it is started anew each time.
 */
final class HealthCheck {

    private static final int PATIENCE_MILLIS = 3_000;

    private HealthCheck() {}

    public static void main(String[] portAndPath) throws IOException {
        System.exit(isHealthy(Integer.parseInt(portAndPath[0]), portAndPath[1]) ? 0 : 1);
    }

    private static boolean isHealthy(int port, String path) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            String status = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return status != null && status.contains(" 200 ");
        }
    }
}
