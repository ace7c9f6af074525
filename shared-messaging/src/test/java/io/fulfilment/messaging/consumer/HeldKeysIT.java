package io.fulfilment.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.messaging.deadletter.HeldQueue;
import io.fulfilment.messaging.deadletter.Reason;
import io.fulfilment.testing.ServiceEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is held, worked off step by step as a test wants it. */
@SpringBootTest(
        classes = RecordingService.class,
        properties = {
            "spring.application.name=saga-orchestrator",
            "fulfilment.messaging.consumer.enabled=false",
            "fulfilment.messaging.consumer.attempts=3",
            "fulfilment.messaging.consumer.retry-initial=1ms",
            "fulfilment.messaging.consumer.retry-max=1ms",
            "fulfilment.messaging.relay.enabled=false"
        },
        webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = ServiceEnvironment.class)
class HeldKeysIT {

    private final BatchListener listener;
    private final Redelivery redelivery;
    private final RecordingService.Calls calls;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Releases a = new Releases();
    private final Releases b = new Releases();

    @Autowired
    HeldKeysIT(
            BatchListener listener,
            Redelivery redelivery,
            RecordingService.Calls calls,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.listener = listener;
        this.redelivery = redelivery;
        this.calls = calls;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void nothingIsHeld() {
        calls.clear();
        jdbc.update("DELETE FROM held_message");
        jdbc.update("DELETE FROM held_key");
    }

    @Test
    void whatFailsOnceIsTriedAgainBeforeWhatFollows() {
        var failing = a.next();
        calls.failOn(failing, new IllegalStateException("not yet"));
        listener.onMessage(List.of(failing, a.next(), b.next()));
        listener.onMessage(List.of(a.next(), b.next()));
        assertThat(calls.settled(a)).isEmpty();
        assertThat(calls.settled(b)).containsExactly(1L, 2L);

        calls.failOnNothing();
        workOff();

        assertThat(calls.settled(a)).containsExactly(1L, 2L, 3L);
        assertThat(states(a)).isEmpty();
        listener.onMessage(List.of(a.next()));
        assertThat(calls.settled(a)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void whatFailsToTheLastAttemptIsParkedAndCopiedOnceWithAllBehindIt() {
        var failing = a.next();
        calls.failOn(failing, new IllegalStateException("never"));
        listener.onMessage(List.of(failing, a.next()));

        workOff();
        listener.onMessage(List.of(a.next()));
        workOff();

        assertThat(states(a)).containsExactly("PARKED");
        assertThat(reasons(a)).containsExactly("HANDLING_FAILED", "BEHIND_PARKED", "BEHIND_PARKED");
        assertThat(jdbc.queryForObject(
                        "SELECT max(attempts) FROM held_message WHERE message_key = ?", Integer.class, a.subject()))
                .isEqualTo(3);
        assertThat(copies(a)).isEqualTo(3);
    }

    @Test
    void aFailureOfTheSystemIsNoAttempt() {
        var failing = a.next();
        calls.failOn(failing, new IllegalStateException("not yet"));
        listener.onMessage(List.of(failing));

        calls.failOn(failing, new DataAccessResourceFailureException("gone"));
        for (int i = 0; i < 5; i++) {
            due(a);
            redelivery.workOff();
        }
        calls.failOnNothing();
        due(a);
        workOff();

        assertThat(calls.settled(a)).containsExactly(1L);
    }

    /** As a table that one handler alone has no right to. */
    @Test
    void aKeyThatFailsAsTheSystemLeavesTheOthersTheirTurn() {
        var failing = a.next();
        var mended = b.next();
        calls.failOn(failing, new IllegalStateException("not yet"));
        calls.failOn(mended, new IllegalStateException("not yet"));
        listener.onMessage(List.of(failing));
        listener.onMessage(List.of(mended));

        calls.failOnNothing();
        calls.failOn(failing, new NoClassDefFoundError("gone"));
        due(a);
        due(b);
        redelivery.workOff();
        redelivery.workOff();

        assertThat(calls.settled(b)).containsExactly(1L);
        assertThat(states(a)).containsExactly("RETRYING");
    }

    @Test
    void contentionStopsNeitherThePartitionNorCountsAsAnAttempt() {
        var failing = a.next();
        calls.failOn(failing, new PessimisticLockingFailureException("locked"));
        listener.onMessage(List.of(failing, b.next()));
        assertThat(calls.settled(b)).containsExactly(1L);

        for (int i = 0; i < 5; i++) {
            awaitDue(a);
            redelivery.workOff();
        }
        calls.failOnNothing();
        workOff();

        assertThat(calls.settled(a)).containsExactly(1L);
    }

    @Test
    void whatComesTooEarlyWaitsForWhatIsMissing() {
        var first = a.next();
        var second = a.next();
        listener.onMessage(List.of(second, a.next(), b.next()));
        workOff();
        assertThat(calls.settled(a)).isEmpty();
        assertThat(states(a)).containsExactly("WAITING");

        listener.onMessage(List.of(first));
        workOff();

        assertThat(calls.settled(a)).containsExactly(1L, 2L, 3L);
        assertThat(states(a)).isEmpty();
    }

    @Test
    void whatIsMissingForTooLongParksTheKeyUntilItComesAllTheSame() {
        var missing = a.next();
        listener.onMessage(List.of(a.next()));
        jdbc.update("UPDATE held_key SET held_since = now() - interval '1 hour', due_at = now()");
        workOff();
        assertThat(states(a)).containsExactly("PARKED");
        assertThat(reasons(a)).containsExactly("SEQUENCE_GAP");

        listener.onMessage(List.of(missing));
        workOff();

        assertThat(calls.settled(a)).containsExactly(1L, 2L);
        assertThat(states(a)).isEmpty();
    }

    /** The time that a key has waited for another reason doesn't count. */
    @Test
    void whatIsMissingBehindAFailureIsWaitedForAsLong() {
        var failing = a.next();
        calls.failOn(failing, new IllegalStateException("not yet"));
        var missing = a.next();
        listener.onMessage(List.of(failing, a.next()));
        jdbc.update("UPDATE held_key SET held_since = now() - interval '1 hour'");
        calls.failOnNothing();
        workOff();
        assertThat(calls.settled(a)).containsExactly(1L);
        assertThat(states(a)).containsExactly("WAITING");

        jdbc.update("UPDATE held_key SET held_since = now() - interval '1 hour', due_at = now()");
        workOff();
        assertThat(reasons(a)).containsExactly("SEQUENCE_GAP");

        listener.onMessage(List.of(missing));
        workOff();
        assertThat(calls.settled(a)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatIsHeldAndComesAgainHasNoEffect() {
        var first = a.next();
        var second = a.next();
        listener.onMessage(List.of(second));
        listener.onMessage(List.of(second));
        listener.onMessage(List.of(first, second));
        workOff();
        listener.onMessage(List.of(second));

        assertThat(calls.settled(a)).containsExactly(1L, 2L);
    }

    @Test
    void anotherMessageInATakenPlaceIsPutAsideAndStopsNothing() {
        var first = a.next();
        var other = a.again(1);
        listener.onMessage(List.of(first, other, a.next()));
        listener.onMessage(List.of(a.next()));

        assertThat(calls.settled(a)).containsExactly(1L, 2L, 3L);
        assertThat(reasons(a)).containsExactly("OUT_OF_SEQUENCE");
    }

    @Test
    void whatWasForgottenIsToldByItsSequence() {
        var old = a.longAgo();
        listener.onMessage(List.of(old, a.next()));
        jdbc.update("DELETE FROM inbox");

        listener.onMessage(List.of(old));

        assertThat(calls.settled(a)).containsExactly(1L, 2L);
        assertThat(reasons(a)).isEmpty();
    }

    @Test
    void messagesWithoutAHandlerCountInTheirSequence() {
        listener.onMessage(List.of(a.ofNoInterest(), a.next()));
        var failing = a.next();
        calls.failOn(failing, new IllegalStateException("not yet"));
        listener.onMessage(List.of(failing, a.ofNoInterest(), a.next()));
        calls.failOnNothing();
        workOff();

        assertThat(calls.settled(a)).containsExactly(2L, 3L, 5L);
        assertThat(states(a)).isEmpty();
    }

    /** Somebody may have parked it between the failure and the note of it. */
    @Test
    void whatWasParkedMeanwhileStaysParked() {
        var failing = a.next();
        calls.failOn(failing, new IllegalStateException("not yet"));
        listener.onMessage(List.of(failing));
        awaitDue(a);
        var queue = new HeldQueue(jdbc, Duration.ofSeconds(1), false);
        var key = transaction.execute(status -> queue.claim().orElseThrow());
        var message = transaction.execute(status -> queue.next(key).orElseThrow());

        jdbc.update("UPDATE held_key SET state = 'PARKED', due_at = NULL");
        queue.failed(key, message, Reason.HANDLING_FAILED, new IllegalStateException("not yet"), Duration.ofMillis(1));

        assertThat(states(a)).containsExactly("PARKED");
    }

    @Test
    void anotherMessageInATakenPlaceIsPutAsideBehindAHeldOneToo() {
        var failing = a.next();
        calls.failOn(failing, new IllegalStateException("not yet"));
        listener.onMessage(List.of(failing, a.again(1), a.next()));
        calls.failOnNothing();
        workOff();

        assertThat(calls.settled(a)).containsExactly(1L, 2L);
        assertThat(reasons(a)).containsExactly("OUT_OF_SEQUENCE");
    }

    @Test
    void whatIsMissingMayComeInTheSameBatch() {
        var first = a.next();
        listener.onMessage(List.of(a.next(), first, a.next()));
        workOff();

        assertThat(calls.settled(a)).containsExactly(1L, 2L, 3L);
    }

    /** Each gap has its own time. */
    @Test
    void aSecondGapIsWaitedForAsLongAsTheFirst() {
        var first = a.next();
        var second = a.next();
        a.next();
        listener.onMessage(List.of(second, a.next()));
        jdbc.update("UPDATE held_key SET held_since = now() - interval '1 hour'");
        listener.onMessage(List.of(first));
        workOff();

        assertThat(calls.settled(a)).containsExactly(1L, 2L);
        assertThat(states(a)).containsExactly("WAITING");
    }

    @Test
    void anAcceptedGapIsOneGap() {
        a.next();
        var second = a.next();
        a.next();
        listener.onMessage(List.of(second, a.next()));
        jdbc.update("UPDATE held_key SET gaps_accepted = true, due_at = now()");
        workOff();

        assertThat(calls.settled(a)).containsExactly(2L);
        assertThat(states(a)).containsExactly("WAITING");
    }

    @Test
    void whatIsLeftOfADiscardedKeyGoesWhateverIsMissing() {
        a.next();
        var second = a.next();
        a.next();
        listener.onMessage(List.of(second, a.next()));
        jdbc.update("UPDATE held_message SET discarded = true");
        due(a);
        workOff();

        assertThat(states(a)).isEmpty();
        listener.onMessage(List.of(a.next()));
        assertThat(calls.settled(a)).containsExactly(5L);
    }

    /** However long it has waited since it came: its id was not known then. */
    @Test
    void whatIsHeldForLongIsNotTakenForARepetition() {
        var failing = a.next();
        calls.failOn(failing, new IllegalStateException("not yet"));
        listener.onMessage(List.of(failing, a.again(1)));
        jdbc.update("UPDATE held_message SET held_at = held_at - interval '1 year'");
        jdbc.update("""
                UPDATE held_message SET headers = replace(headers::text, extract(year FROM now())::text || '-',
                                                          (extract(year FROM now()) - 1)::text || '-')::jsonb
                """);
        calls.failOnNothing();
        workOff();

        assertThat(calls.settled(a)).containsExactly(1L);
        assertThat(reasons(a)).containsExactly("OUT_OF_SEQUENCE");
    }

    @Test
    void aKeyStandsStillForTheOneThatFailed() {
        var first = a.next();
        listener.onMessage(List.of(a.next()));
        calls.failOn(first, new IllegalStateException("never"));
        listener.onMessage(List.of(first));
        workOff();

        assertThat(reasons(a)).containsExactlyInAnyOrder("HANDLING_FAILED", "BEHIND_PARKED");
    }

    /** Of a type that only a later version knows, and has no handler for. */
    @Test
    void whatBecomesKnownWithoutAHandlerHasItsTurnToo() {
        listener.onMessage(List.of(a.next()));
        var missing = a.next();
        listener.onMessage(List.of(a.ofNoInterest()));
        jdbc.update("UPDATE held_message SET source = NULL, subject = NULL, reason = 'UNREADABLE'");
        due(a);
        workOff();

        listener.onMessage(List.of(missing));
        workOff();

        assertThat(calls.settled(a)).containsExactly(1L, 2L);
        assertThat(states(a)).isEmpty();
        assertThat(reasons(a)).isEmpty();
    }

    /** Readable after a deployment, and delivered again by Kafka before anybody has seen to it. */
    @Test
    void whatBecomesReadableIsNotTakenForItsOwnDuplicate() {
        var first = a.next();
        listener.onMessage(List.of(first));
        jdbc.update("DELETE FROM inbox");
        jdbc.update("DELETE FROM inbox_sequence");
        jdbc.update("DELETE FROM effect");
        var again = a.again(2);
        calls.failOn(again, new IllegalStateException("not yet"));
        listener.onMessage(List.of(first, again));
        jdbc.update("UPDATE held_message SET source = NULL, subject = NULL, reason = 'UNREADABLE'");
        jdbc.update("DELETE FROM inbox WHERE message_id = (SELECT message_id FROM held_message)");

        calls.failOnNothing();
        listener.onMessage(List.of(again));
        due(a);
        workOff();

        assertThat(calls.settled(a)).containsExactly(1L, 2L);
        assertThat(states(a)).isEmpty();
    }

    /** Who delivers a held message keeps its key until the end; what comes meanwhile goes on from there. */
    @Test
    void whatComesWhileItsKeyIsWorkedOffIsNeitherLostNorTooEarly() {
        var failing = a.next();
        calls.failOn(failing, new IllegalStateException("not yet"));
        listener.onMessage(List.of(failing));
        calls.failOnNothing();
        awaitDue(a);

        var coming = transaction.execute(status -> {
            redelivery.workOff();
            var started = CompletableFuture.runAsync(() -> listener.onMessage(List.of(a.next())));
            await().until(this::someoneWaits);
            return started;
        });

        assertThat(coming).succeedsWithin(Duration.ofSeconds(30));
        assertThat(calls.settled(a)).containsExactly(1L, 2L);
        assertThat(states(a)).isEmpty();
    }

    private boolean someoneWaits() {
        return Boolean.TRUE.equals(jdbc.queryForObject("""
                SELECT EXISTS (SELECT FROM pg_stat_activity
                               WHERE usename = current_user AND pid <> pg_backend_pid() AND wait_event_type = 'Lock')
                """, Boolean.class));
    }

    /** Until nothing is due for long. */
    private void workOff() {
        do {
            while (redelivery.workOff()) {
                assertThat(Thread.interrupted()).isFalse();
            }
        } while (redelivery.idle(Duration.ofSeconds(1)).toMillis() < 500);
    }

    private void due(Releases key) {
        jdbc.update("UPDATE held_key SET due_at = clock_timestamp() WHERE message_key = ?", key.subject());
    }

    private void awaitDue(Releases key) {
        await().until(() -> Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT due_at <= clock_timestamp() FROM held_key WHERE message_key = ?",
                Boolean.class,
                key.subject())));
    }

    private List<@Nullable String> states(Releases key) {
        return jdbc.queryForList("SELECT state FROM held_key WHERE message_key = ?", String.class, key.subject());
    }

    private List<@Nullable String> reasons(Releases key) {
        return jdbc.queryForList(
                "SELECT reason FROM held_message WHERE message_key = ? ORDER BY id", String.class, key.subject());
    }

    private @Nullable Integer copies(Releases key) {
        return jdbc.queryForObject(
                "SELECT count(*) FROM outbox WHERE message_key = ? AND headers IS NOT NULL",
                Integer.class,
                key.subject());
    }
}
