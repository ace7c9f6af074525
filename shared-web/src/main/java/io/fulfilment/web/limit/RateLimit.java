package io.fulfilment.web.limit;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A token bucket for each subject that holds one second's worth of requests. Of a bucket only the instant is kept at
 * which it would be full again (generic cell rate algorithm); a full one needs no keeping, so that memory is bounded by
 * the subjects of the last two seconds.
 */
final class RateLimit {

    private static final long BUCKET_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int SWEEP_AT = 10_000;

    private final long nanosPerRequest;
    private final LongSupplier nanoTime;
    private final Map<String, Long> fullAt = new ConcurrentHashMap<>();
    private final AtomicLong sweptAt;

    RateLimit(int requestsPerSecond, LongSupplier nanoTime) {
        this.nanosPerRequest = BUCKET_NANOS / requestsPerSecond;
        this.nanoTime = nanoTime;
        this.sweptAt = new AtomicLong(nanoTime.getAsLong());
    }

    /** Takes a request out of the subject's bucket. Zero if there was one, else how long until there is. */
    Duration take(String subject) {
        long now = nanoTime.getAsLong();
        sweep(now);
        var taken = new Taking(now);
        fullAt.compute(subject, (_, before) -> taken.from(before == null ? now : before));
        return Duration.ofNanos(taken.waitNanos);
    }

    int subjects() {
        return fullAt.size();
    }

    /** At most once in the time after which it may find something. */
    private void sweep(long now) {
        long before = sweptAt.get();
        if (now - before >= BUCKET_NANOS && fullAt.size() >= SWEEP_AT && sweptAt.compareAndSet(before, now)) {
            fullAt.values().removeIf(full -> full - now <= 0);
        }
    }

    /** One attempt, whose outcome leaves the map's atomic update with it. */
    private final class Taking {

        private final long now;
        private long waitNanos;

        Taking(long now) {
            this.now = now;
        }

        long from(long before) {
            long start = before - now > 0 ? before : now;
            long after = start + nanosPerRequest;
            waitNanos = Math.max(0, after - now - BUCKET_NANOS);
            return waitNanos == 0 ? after : before;
        }
    }
}
