package io.fulfilment.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fulfilment.messaging.CauseContext;
import io.fulfilment.messaging.trace.MessageSpans;
import io.fulfilment.notification.application.Delivery;
import io.fulfilment.notification.application.Delivery.Delivered;
import io.fulfilment.notification.application.Delivery.NotNow;
import io.fulfilment.notification.application.Delivery.Outcome;
import io.fulfilment.notification.application.Delivery.Refused;
import io.fulfilment.notification.application.Delivery.Unclear;
import io.fulfilment.notification.application.DeliverySettings;
import io.fulfilment.notification.application.Mail;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What is made of a mail server's answers: only what was certainly not sent may be sent again. */
class SmtpPostOfficeTest {

    private static final Mail MAIL = Mails.to("ada@example.com");
    private static final MailSettings MAIL_SETTINGS =
            new MailSettings("orders@fulfilment.example", Duration.ofSeconds(10), Duration.ofSeconds(10));
    private static final DeliverySettings DELIVERY = new DeliverySettings(
            2, Duration.ofSeconds(40), Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(10), 10);

    @Test
    void deliversManyMailsOverOneConnection() {
        try (var smtp = new ScriptedSmtp(Map.of())) {
            List<Delivery> deliveries = postOffice(smtp.port())
                    .deliver(Stream.generate(() -> MAIL).limit(20).toList());

            assertThat(deliveries).hasSize(20).allMatch(it -> it.outcome().equals(new Delivered()));
            assertThat(smtp.connections()).isEqualTo(1);
        }
    }

    @Test
    void triesAgainLaterWhereNobodyListens() {
        var smtp = new ScriptedSmtp(Map.of());
        smtp.close();

        assertThat(outcome(postOffice(smtp.port()))).isEqualTo(new NotNow("the mail server can't be reached"));
    }

    @Test
    void triesAgainLaterWhatTheServerPutsOff() {
        assertThat(outcomeWith("MAIL", "451 busy")).isEqualTo(new NotNow("the mail server put it off with 451"));
        assertThat(outcomeWith("RCPT", "450 greylisted")).isEqualTo(new NotNow("the mail server put it off with 450"));
        assertThat(outcomeWith(".", "452 disk full")).isEqualTo(new NotNow("the mail server put it off with 452"));
    }

    @Test
    void givesUpWhatTheServerRefuses() {
        assertThat(outcomeWith("RCPT", "550 unknown")).isEqualTo(new Refused("the mail server refused it with 550"));
        assertThat(outcomeWith("MAIL", "553 no")).isEqualTo(new Refused("the mail server refused it with 553"));
        assertThat(outcomeWith(".", "554 spam")).isEqualTo(new Refused("the mail server refused it with 554"));
    }

    @Test
    void doesNotKnowWhatBecameOfAMailThatTheServerDidNotConfirm() {
        assertThat(outcomeWith(".", ScriptedSmtp.HANG_UP)).isInstanceOf(Unclear.class);
    }

    @Test
    void doesNotKnowWhatBecameOfAMailWhereTheServerFallsSilent() {
        assertThat(outcomeWith(".", ScriptedSmtp.SILENCE)).isInstanceOf(Unclear.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void knowsThatASilentServerCannotHaveTakenWhatItWasNotGiven(String command) {
        assertThat(outcomeWith(command, ScriptedSmtp.SILENCE)).isEqualTo(new NotNow("the mail server hung up"));
    }

    @Test
    void forgetsTheEndOfTheMailBefore() {
        try (var smtp = new ScriptedSmtp(Map.of())) {
            var connections = connections(smtp.port(), MAIL_SETTINGS);
            var postOffice = postOffice(smtp.port(), connections);
            assertThat(outcome(postOffice)).isEqualTo(new Delivered());
            smtp.hangUp();

            assertThat(outcome(postOffice)).isEqualTo(new NotNow("the mail server hung up"));
        }
    }

    @Test
    void doesNotBlameTheServerForAMailThatItPutsOff() {
        assertThat(isOpenAfterSixMailsWith("RCPT", "450 greylisted")).isTrue();
        assertThat(isOpenAfterSixMailsWith("RCPT", "550 unknown")).isTrue();
        assertThat(isOpenAfterSixMailsWith("MAIL", "421 going down")).isFalse();
    }

    @Test
    void waitsForAConnectionNoLongerThanThereIsTime() throws Exception {
        try (var smtp = new ScriptedSmtp(Map.of())) {
            var connections = connections(smtp.port(), MAIL_SETTINGS);
            connections.borrow(inMillis(1_000));
            connections.borrow(inMillis(1_000));

            assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> connections.borrow(inMillis(20)));
        }
    }

    @Test
    void knowsThatAServerCannotHaveTakenWhatItWasNotGiven() {
        assertThat(outcomeWith("MAIL", ScriptedSmtp.HANG_UP)).isInstanceOf(NotNow.class);
        assertThat(outcomeWith("DATA", ScriptedSmtp.HANG_UP)).isInstanceOf(NotNow.class);
    }

    @Test
    void notesThatAConnectionWasClosedBeforeItIsUsed() {
        assertThat(connectionsForTwoMails(Duration.ZERO)).isEqualTo(2);
    }

    @Test
    void doesNotAskWhetherAConnectionIsAliveThatWasUsedJustNow() {
        assertThat(connectionsForTwoMails(Duration.ofMinutes(1))).isEqualTo(1);
    }

    private static int connectionsForTwoMails(Duration trusted) {
        try (var smtp = new ScriptedSmtp(Map.of("NOOP", ScriptedSmtp.HANG_UP))) {
            var settings = new MailSettings("orders@fulfilment.example", Duration.ofMinutes(1), trusted);
            var postOffice = postOffice(smtp.port(), connections(smtp.port(), settings));

            assertThat(outcome(postOffice)).isEqualTo(new Delivered());
            assertThat(outcome(postOffice)).isEqualTo(new Delivered());
            return smtp.connections();
        }
    }

    private static boolean isOpenAfterSixMailsWith(String command, String answer) {
        try (var smtp = new ScriptedSmtp(Map.of(command, answer))) {
            var postOffice = postOffice(smtp.port());
            postOffice.deliver(Stream.generate(() -> MAIL).limit(6).toList());
            return postOffice.isOpen();
        }
    }

    private static long inMillis(long millis) {
        return System.nanoTime() + Duration.ofMillis(millis).toNanos();
    }

    @Test
    void stopsTryingAServerThatKeepsFailing() {
        var smtp = new ScriptedSmtp(Map.of());
        smtp.close();
        var postOffice = postOffice(smtp.port());
        assertThat(postOffice.isOpen()).isTrue();

        List<Delivery> deliveries =
                postOffice.deliver(Stream.generate(() -> MAIL).limit(6).toList());

        assertThat(postOffice.isOpen()).isFalse();
        assertThat(deliveries.getLast().outcome()).isEqualTo(new NotNow("the mail server is out of order"));
    }

    private static Outcome outcomeWith(String command, String answer) {
        try (var smtp = new ScriptedSmtp(Map.of(command, answer))) {
            return outcome(postOffice(smtp.port()));
        }
    }

    private static Outcome outcome(SmtpPostOffice postOffice) {
        return postOffice.deliver(List.of(MAIL)).getFirst().outcome();
    }

    private static SmtpPostOffice postOffice(int port) {
        return postOffice(port, connections(port, MAIL_SETTINGS));
    }

    private static SmtpPostOffice postOffice(int port, SmtpConnections connections) {
        return new SmtpPostOffice(
                connections,
                new MailMessages(sender(port), new MailTemplates(), MAIL_SETTINGS, Clock.systemUTC()),
                new MailConfiguration().circuitBreakers(),
                new MailObservations(new CauseContext(new MessageSpans(() -> null)), ObservationRegistry.NOOP),
                DELIVERY);
    }

    private static SmtpConnections connections(int port, MailSettings settings) {
        return new SmtpConnections(sender(port), DELIVERY, settings);
    }

    private static JavaMailSenderImpl sender(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var properties = new Properties();
        properties.setProperty("mail.smtp.timeout", "1000");
        properties.setProperty("mail.smtp.quitwait", "false");
        sender.setJavaMailProperties(properties);
        return sender;
    }
}
