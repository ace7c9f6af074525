package io.fulfilment.notification.mail;

import io.fulfilment.notification.application.Delivery;
import io.fulfilment.notification.application.Delivery.Delivered;
import io.fulfilment.notification.application.Delivery.NotNow;
import io.fulfilment.notification.application.Delivery.Outcome;
import io.fulfilment.notification.application.Delivery.Refused;
import io.fulfilment.notification.application.DeliverySettings;
import io.fulfilment.notification.application.Mail;
import io.fulfilment.notification.application.PostOffice;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Hands mails to the mail server, one after the other over few connections. */
@Component
class SmtpPostOffice implements PostOffice {

    private static final Logger log = LoggerFactory.getLogger(SmtpPostOffice.class);

    private final SmtpConnections connections;
    private final MailMessages messages;
    private final CircuitBreaker breaker;
    private final MailObservations observations;
    private final Duration timeToStart;

    SmtpPostOffice(
            SmtpConnections connections,
            MailMessages messages,
            CircuitBreakerRegistry breakers,
            MailObservations observations,
            DeliverySettings settings) {
        this.connections = connections;
        this.messages = messages;
        this.breaker = breakers.circuitBreaker("smtp");
        this.observations = observations;
        this.timeToStart = settings.timeToStart();
    }

    @Override
    public boolean isOpen() {
        return breaker.getState() != CircuitBreaker.State.OPEN;
    }

    @Override
    public List<Delivery> deliver(List<Mail> mails) {
        long latestStart = System.nanoTime() + timeToStart.toNanos();
        var deliveries = new ArrayList<Delivery>(mails.size());
        for (Mail mail : mails) {
            deliveries.add(new Delivery(mail, observations.around(mail, () -> guarded(mail, latestStart))));
        }
        return deliveries;
    }

    private Outcome guarded(Mail mail, long latestStart) {
        if (System.nanoTime() - latestStart > 0) {
            return new NotNow("the mail server is too slow");
        }
        if (!breaker.tryAcquirePermission()) {
            return new NotNow("the mail server is out of order");
        }
        long start = System.nanoTime();
        try {
            Outcome outcome = compose(mail, latestStart);
            breaker.onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
            return outcome;
        } catch (SmtpFault fault) {
            breaker.onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, fault);
            log.warn("Mail about order {}: {}", mail.key().orderId(), fault.getMessage());
            return fault.outcome();
        } catch (TimeoutException e) {
            breaker.releasePermission();
            return new NotNow(String.valueOf(e.getMessage()));
        }
    }

    private Outcome compose(Mail mail, long latestStart) throws SmtpFault, TimeoutException {
        MimeMessage message;
        try {
            message = messages.compose(mail);
        } catch (MessagingException | RuntimeException e) {
            log.error("Mail about order {} can't be written", mail.key().orderId(), e);
            return new Refused("the mail can't be written");
        }
        return send(message, latestStart);
    }

    private Outcome send(MimeMessage message, long latestStart) throws SmtpFault, TimeoutException {
        SmtpLine line;
        try {
            line = connections.borrow(latestStart);
        } catch (MessagingException e) {
            throw new SmtpFault(new NotNow("the mail server can't be reached"), e);
        }
        boolean healthy = false;
        try {
            line.sendMessage(message, message.getAllRecipients());
            healthy = true;
            return new Delivered();
        } catch (MessagingException e) {
            SmtpFailure failure = SmtpFailure.of(e, line.hasEnded());
            if (failure.isOfTheServer()) {
                throw new SmtpFault(failure.outcome(), e);
            }
            return failure.outcome();
        } finally {
            connections.giveBack(line, healthy);
        }
    }
}
