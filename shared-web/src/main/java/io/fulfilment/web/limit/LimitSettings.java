package io.fulfilment.web.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a caller may send.
 *
 * @param requestsPerSecond of one subject, sustained; 0 for no limit
 * @param bodySize the largest body that is read
 * @param bodyTime how long a body may take to come in; a silence within it is limited by Tomcat's connection timeout
 * @param concurrentRequests how many requests of all callers may be in progress
 * @param databaseQueue how many may wait for a database connection
 */
@ConfigurationProperties("limits")
record LimitSettings(
        @DefaultValue("200") int requestsPerSecond,
        @DefaultValue("64KB") DataSize bodySize,
        @DefaultValue("10s") Duration bodyTime,
        @DefaultValue("500") int concurrentRequests,
        @DefaultValue("50") int databaseQueue) {

    LimitSettings {
        if (requestsPerSecond < 0) {
            throw new IllegalArgumentException("limits.requests-per-second must not be negative: " + requestsPerSecond);
        }
        if (concurrentRequests < 1) {
            throw new IllegalArgumentException("limits.concurrent-requests must be at least 1: " + concurrentRequests);
        }
        if (databaseQueue < 1) {
            throw new IllegalArgumentException("limits.database-queue must be at least 1: " + databaseQueue);
        }
    }
}
