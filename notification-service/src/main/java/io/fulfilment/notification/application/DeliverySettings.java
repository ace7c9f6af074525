package io.fulfilment.notification.application;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How mails are sent.
 *
 * @param connections to the mail server at most
 * @param lease how long a mail may be on its way; when it has run out, the mail is given up as unknown. Sending starts
 *     within the first fifth of it, so the rest must suffice for one mail at a mail server's slowest
 * @param retryFrom the first delay after a failure
 * @param retryTo the longest delay
 * @param giveUpAfter how old a mail may become before a failure is the last
 * @param attempts how many failures there may be until then
 */
@Validated
@ConfigurationProperties("notification.delivery")
public record DeliverySettings(
        @DefaultValue("4") @Min(1) @Max(100) int connections,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("1s") Duration retryFrom,
        @DefaultValue("20s") Duration retryTo,
        @DefaultValue("10m") Duration giveUpAfter,
        @DefaultValue("40") @Min(1) int attempts) {

    Backoff backoff() {
        return new Backoff(retryFrom, retryTo);
    }

    /** Also for the wait for a connection. */
    public Duration timeToStart() {
        return lease.dividedBy(5);
    }

    /** Whether a failure to send this mail is the last. */
    boolean isLastAttempt(Mail mail) {
        return mail.attempts() + 1 >= attempts || mail.age().compareTo(giveUpAfter) >= 0;
    }
}
