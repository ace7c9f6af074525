package io.fulfilment.notification.mail;

import io.fulfilment.notification.application.DeliverySettings;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Connections to the mail server, each for many mails. The one that was used last is used next, so that the others can
 * be closed when there is little to do.
 */
@Component
class SmtpConnections implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(SmtpConnections.class);

    private record Idle(SmtpLine line, long since) {}

    private final JavaMailSenderImpl sender;
    private final Semaphore permits;
    private final MailSettings settings;
    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();

    SmtpConnections(JavaMailSenderImpl sender, DeliverySettings delivery, MailSettings mail) {
        this.sender = sender;
        this.permits = new Semaphore(delivery.connections());
        this.settings = mail;
    }

    /**
     * A connection that seems to be alive, to be given back in any case.
     *
     * @param latestNanos until when one that is free is waited for
     * @throws TimeoutException if none has become free
     * @throws MessagingException if there is no way to the mail server; certainly nothing was sent
     */
    SmtpLine borrow(long latestNanos) throws MessagingException, TimeoutException {
        awaitPermit(latestNanos);
        try {
            for (Idle candidate = idle.pollFirst(); candidate != null; candidate = idle.pollFirst()) {
                if (isFresh(candidate) && isAlive(candidate)) {
                    return candidate.line();
                }
                close(candidate.line());
            }
            return connect();
        } catch (MessagingException | RuntimeException e) {
            permits.release();
            throw e;
        }
    }

    private void awaitPermit(long latestNanos) throws TimeoutException {
        try {
            if (!permits.tryAcquire(latestNanos - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw new TimeoutException("all connections are busy");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeoutException("interrupted");
        }
    }

    void giveBack(SmtpLine line, boolean healthy) {
        if (healthy) {
            idle.addFirst(new Idle(line, System.nanoTime()));
            closeStale();
        } else {
            close(line);
        }
        permits.release();
    }

    private SmtpLine connect() throws MessagingException {
        var line = new SmtpLine(sender.getSession());
        line.connect(sender.getHost(), sender.getPort(), sender.getUsername(), sender.getPassword());
        return line;
    }

    private void closeStale() {
        Idle oldest = idle.peekLast();
        if (oldest != null && !isFresh(oldest) && idle.remove(oldest)) {
            close(oldest.line());
        }
    }

    private boolean isFresh(Idle candidate) {
        return isWithin(settings.keepAlive(), candidate);
    }

    /** A question for each mail would be waste. If the connection is dead nonetheless, nothing is sent over it. */
    private boolean isAlive(Idle candidate) {
        return isWithin(settings.trusted(), candidate) || candidate.line().isConnected();
    }

    private static boolean isWithin(Duration time, Idle candidate) {
        return System.nanoTime() - candidate.since() < time.toNanos();
    }

    private static void close(SmtpLine line) {
        try {
            line.close();
        } catch (MessagingException e) {
            log.debug("A connection to the mail server was not closed properly", e);
        }
    }

    @Override
    public void destroy() {
        for (Idle left = idle.poll(); left != null; left = idle.poll()) {
            close(left.line());
        }
    }
}
