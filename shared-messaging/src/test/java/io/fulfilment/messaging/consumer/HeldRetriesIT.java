package io.fulfilment.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.messaging.deadletter.HeldQueue;
import io.fulfilment.messaging.deadletter.Reason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/** What fails is tried again, and parked in the end; what is behind it waits. */
class HeldRetriesIT extends HeldKeysTest {

    @Autowired
    TransactionTemplate transaction;

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
    void aClockThatIsSetBackDelaysNothing() {
        var failing = a.next();
        calls.failOn(failing, new IllegalStateException("not yet"));
        listener.onMessage(List.of(failing));
        clockIsSetBack();
        calls.failOnNothing();
        workOff();

        assertThat(calls.settled(a)).containsExactly(1L);
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
            awaitSomeoneWaiting();
            return started;
        });

        assertThat(coming).succeedsWithin(Duration.ofSeconds(30));
        assertThat(calls.settled(a)).containsExactly(1L, 2L);
        assertThat(states(a)).isEmpty();
    }

    private void awaitDue(Releases key) {
        await().until(() -> Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT due_at <= clock_timestamp() FROM held_key WHERE message_key = ?",
                Boolean.class,
                key.subject())));
    }

    private @Nullable Integer copies(Releases key) {
        return jdbc.queryForObject(
                "SELECT count(*) FROM outbox WHERE message_key = ? AND headers IS NOT NULL",
                Integer.class,
                key.subject());
    }
}
