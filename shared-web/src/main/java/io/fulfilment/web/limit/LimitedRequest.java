package io.fulfilment.web.limit;

import io.fulfilment.web.problem.Problem;
import io.fulfilment.web.problem.ProblemType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.time.Duration;

/** A request whose body ends in a problem where it gets too long, or has been coming for too long. */
class LimitedRequest extends HttpServletRequestWrapper {

    private final long limit;
    private final long deadline;

    LimitedRequest(HttpServletRequest request, long limit, Duration patience) {
        super(request);
        this.limit = limit;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new LimitedStream(super.getInputStream());
    }

    private final class LimitedStream extends ServletInputStream {

        private final ServletInputStream body;
        private long count;

        LimitedStream(ServletInputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = body.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int more) {
            count += more;
            if (count > limit) {
                throw BodyLimitFilter.tooLarge(limit).asException();
            }
            if (System.nanoTime() - deadline > 0) {
                throw Problem.of(ProblemType.REQUEST_TIMEOUT, ProblemType.REQUEST_TIMEOUT.title())
                        .asException();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
