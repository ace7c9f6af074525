package io.fulfilment.web.limit;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Takes what is left of a body that was answered before its end, so that the connection can go on, and closes the connection
 * of one that is too long or takes too long. Tomcat would go on reading as long as a byte comes now and then.
 */
final class UnreadBodyValve extends ValveBase {

    private final long limit;
    private final Duration patience;

    UnreadBodyValve(long limit, Duration patience) {
        super(true);
        this.limit = limit;
        this.patience = patience;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        long deadline = System.nanoTime() + patience.toNanos();
        getNext().invoke(request, response);
        // Of what was too large, Tomcat reads nothing more by itself.
        if (!request.isAsync()
                && !request.isFinished()
                && response.getStatus() != Response.SC_REQUEST_ENTITY_TOO_LARGE) {
            // The answer is complete, and doesn't wait for the rest.
            response.finishResponse();
            if (!ends(request.getCoyoteRequest(), deadline)) {
                request.getCoyoteRequest().action(ActionCode.CLOSE_NOW, null);
            }
        }
    }

    /** Below the request's stream, which may have been closed. */
    private boolean ends(org.apache.coyote.Request body, long deadline) {
        var ignored = new Ignored();
        try {
            for (long count = 0; count <= limit && System.nanoTime() - deadline < 0; ) {
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
