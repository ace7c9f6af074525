package io.fulfilment.payment.application;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the card gateway is called.
 *
 * @param url its base address
 * @param connectTimeout of a TCP connection
 * @param readTimeout of a whole answer
 * @param concurrency calls at once; more of them wait their turn
 * @param lease how long a call belongs to a process that says nothing more; one that lives prolongs it
 * @param poll how often leases are prolonged, and calls looked for that were postponed or abandoned
 * @param retryFrom the first delay before an unknown outcome is looked into again
 * @param retryTo the longest such delay
 */
@Validated
@ConfigurationProperties("payment.gateway")
public record GatewaySettings(
        @NotNull URI url,
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("2s") Duration readTimeout,
        @DefaultValue("64") @Min(1) @Max(1000) int concurrency,
        @DefaultValue("3s") Duration lease,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("500ms") Duration retryFrom,
        @DefaultValue("5s") Duration retryTo) {

    public GatewaySettings {
        if (!poll.isPositive() || lease.compareTo(poll.multipliedBy(3)) < 0) {
            throw new IllegalArgumentException(
                    "payment.gateway.lease must be at least three times payment.gateway.poll");
        }
    }

    /** A turn is waited for once; then come at most the call and a look-up. */
    Duration longestCall() {
        return connectTimeout.plus(readTimeout).multipliedBy(3);
    }

    Backoff backoff() {
        return new Backoff(retryFrom, retryTo);
    }
}
