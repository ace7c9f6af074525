package io.fulfilment.notification.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What mails look like on the way. The mail server itself is set with {@code spring.mail}.
 *
 * @param from the sender's address
 * @param keepAlive how long an unused connection to the mail server stays open
 * @param trusted how long one is used again without asking the mail server whether it is alive
 */
@Validated
@ConfigurationProperties("notification.mail")
record MailSettings(
        @DefaultValue("orders@fulfilment.example") @NotBlank @Email
        String from,

        @DefaultValue("10s") Duration keepAlive,
        @DefaultValue("1s") Duration trusted) {}
