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
 *     within the first half of it, so the second half must suffice for one mail at a mail server's slowest
 * @param retryFrom the first delay after a failure
 * @param retryTo the longest delay
 * @param giveUpAfter how old a mail may become before a failure is the last
 */
@Validated
@ConfigurationProperties("notification.delivery")
public record DeliverySettings(
        @DefaultValue("4") @Min(1) @Max(100) int connections,
        @DefaultValue("40s") Duration lease,
        @DefaultValue("1s") Duration retryFrom,
        @DefaultValue("1m") Duration retryTo,
        @DefaultValue("10m") Duration giveUpAfter) {

    Backoff backoff() {
        return new Backoff(retryFrom, retryTo);
    }

    boolean isTooOld(Mail mail) {
        return mail.age().compareTo(giveUpAfter) >= 0;
    }
}
