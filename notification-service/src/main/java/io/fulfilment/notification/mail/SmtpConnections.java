package io.fulfilment.notification.mail;

import io.fulfilment.notification.application.DeliverySettings;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
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

    private record Idle(Transport transport, long since) {}

    private final JavaMailSenderImpl sender;
    private final Semaphore permits;
    private final Duration keepAlive;
    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();

    SmtpConnections(JavaMailSenderImpl sender, DeliverySettings delivery, MailSettings mail) {
        this.sender = sender;
        this.permits = new Semaphore(delivery.connections());
        this.keepAlive = mail.keepAlive();
    }

    /**
     * A connection of which the mail server has just shown that it is alive, to be given back in any case.
     *
     * @throws MessagingException if there is none; certainly nothing was sent
     */
    Transport borrow() throws MessagingException {
        permits.acquireUninterruptibly();
        try {
            Idle candidate = idle.pollFirst();
            while (candidate != null) {
                if (isFresh(candidate) && candidate.transport().isConnected()) {
                    return candidate.transport();
                }
                close(candidate.transport());
                candidate = idle.pollFirst();
            }
            return connect();
        } catch (MessagingException | RuntimeException e) {
            permits.release();
            throw e;
        }
    }

    void giveBack(Transport transport, boolean healthy) {
        if (healthy) {
            idle.addFirst(new Idle(transport, System.nanoTime()));
            closeStale();
        } else {
            close(transport);
        }
        permits.release();
    }

    private Transport connect() throws MessagingException {
        Transport transport = sender.getSession().getTransport("smtp");
        transport.connect(sender.getHost(), sender.getPort(), sender.getUsername(), sender.getPassword());
        return transport;
    }

    private void closeStale() {
        Idle oldest = idle.peekLast();
        if (oldest != null && !isFresh(oldest) && idle.remove(oldest)) {
            close(oldest.transport());
        }
    }

    private boolean isFresh(Idle candidate) {
        return System.nanoTime() - candidate.since() < keepAlive.toNanos();
    }

    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            log.debug("A connection to the mail server was not closed properly", e);
        }
    }

    @Override
    public void destroy() {
        for (Idle left = idle.poll(); left != null; left = idle.poll()) {
            close(left.transport());
        }
    }
}
