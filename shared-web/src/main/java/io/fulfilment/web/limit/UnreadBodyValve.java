package io.fulfilment.web.limit;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Takes what is left of a body that was answered before its end, so that the client gets its answer and the connection can go
 * on, and closes the connection of one that is too long or takes too long. Tomcat would go on reading as long as a byte comes
 * now and then.
 */
final class UnreadBodyValve extends ValveBase {

    /** In bytes, as many as Tomcat would take: a client that is still sending is reset otherwise, and sees no answer. */
    private static final long MOST = 2 * 1024 * 1024;

    private final Duration patience;

    UnreadBodyValve(Duration patience) {
        super(true);
        this.patience = patience;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (!request.isAsync() && !request.isFinished()) {
            // The answer is complete, and doesn't wait for the rest.
            response.finishResponse();
            if (isReadByTomcat(request.getCoyoteRequest(), response.getStatus()) && !ends(request.getCoyoteRequest())) {
                request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
            }
        }
    }

    /** Not after an error, nor where the client waits for leave to send: there, Tomcat closes the connection by itself. */
    private static boolean isReadByTomcat(org.apache.coyote.Request request, int status) {
        var failed = new AtomicBoolean();
        request.action(ActionCode.IS_ERROR, failed);
        boolean withheld = request.hasExpectation() && (status < 200 || status >= 300);
        return !failed.get() && !withheld;
    }

    /** Below the request's stream, which may have been closed. */
    private boolean ends(org.apache.coyote.Request body) {
        long deadline = System.nanoTime() + patience.toNanos();
        var ignored = new Ignored();
        try {
            for (long count = 0; count <= MOST && System.nanoTime() - deadline < 0; ) {
                int read = body.doRead(ignored);
                if (read < 0) {
                    return true;
                }
                count += read;
            }
        } catch (IOException e) {
            container.getLogger().debug("a body has broken off", e);
        }
        return false;
    }

    private static final class Ignored implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            this.buffer = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // It holds what the server has read; nothing is gathered in it.
        }
    }
}
