package io.fulfilment.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.messaging.deadletter.DeadLetterFilter;
import io.fulfilment.messaging.deadletter.Decision;
import io.fulfilment.messaging.deadletter.Redriving;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

/** What is missing is waited for, each gap as long as any. */
class HeldGapsIT extends HeldKeysTest {

    private static final Decision LOST = new Decision("olivia", "it is lost");

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
    void aClockThatIsSetBackDelaysNothing() {
        a.next();
        listener.onMessage(List.of(a.next()));
        clockIsSetBack();
        workOff();

        assertThat(states(a)).containsExactly("WAITING");
        assertThat(redelivery.idle(Duration.ofHours(1))).isLessThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aClockThatIsSetBackDelaysNothingThatIsRedriven(@Autowired Redriving redriving) {
        a.next();
        var second = a.next();
        a.next();
        listener.onMessage(List.of(second, a.next()));
        giveUp();
        redriving.redrive(letter(), true, LOST);
        workOff();
        assertThat(calls.settled(a)).containsExactly(2L);
        clockIsSetBack();

        assertThat(redelivery.idle(Duration.ofHours(1))).isLessThanOrEqualTo(Duration.ofSeconds(10));
    }

    /** Each key keeps its distance from the others. */
    @Test
    void aClockThatIsSetBackLeavesARedriveItsPace(@Autowired Redriving redriving) {
        a.next();
        b.next();
        listener.onMessage(List.of(a.next(), b.next()));
        giveUp();
        redriving.redrive(DeadLetterFilter.NONE, 1, LOST);
        clockIsSetBack();

        Duration idle = redelivery.idle(Duration.ofHours(1));

        assertThat(idle).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(jdbc.queryForObject(
                        "SELECT max(due_at) - min(due_at) > interval '900 milliseconds' FROM held_key", Boolean.class))
                .isTrue();
    }

    /** By a failure of the system, say, that is not counted. */
    @Test
    void aClockThatIsSetBackDelaysNothingThatWasPostponed() {
        var failing = a.next();
        calls.failOn(failing, new IllegalStateException("not yet"));
        listener.onMessage(List.of(failing));
        jdbc.update("UPDATE held_key SET held_since = now() - interval '1 day', due_at = now()");
        calls.failOn(failing, new DataAccessResourceFailureException("gone"));
        redelivery.workOff();
        clockIsSetBack();

        assertThat(redelivery.idle(Duration.ofHours(1))).isLessThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void anAcceptedGapIsOneGap() {
        a.next();
        var second = a.next();
        a.next();
        listener.onMessage(List.of(second, a.next()));
        jdbc.update("UPDATE held_key SET due_at = now(), gap_before = (SELECT min(id) FROM held_message)");
        workOff();

        assertThat(calls.settled(a)).containsExactly(2L);
        assertThat(states(a)).containsExactly("WAITING");
    }

    @Test
    void aGapThatShowsAfterAnotherWasAcceptedIsNotAccepted(@Autowired Redriving redriving) {
        var lost = a.next();
        parkedBehindAGap(a.next());
        redriving.redrive(letter(), true, LOST);

        listener.onMessage(List.of(lost));
        a.next();
        listener.onMessage(List.of(a.next()));
        workOff();

        assertThat(calls.settled(a)).containsExactly(1L, 2L);
        assertThat(states(a)).containsExactly("WAITING");
    }

    @Test
    void whatComesInAnAcceptedGapHasItsTurn(@Autowired Redriving redriving) {
        a.next();
        var second = a.next();
        a.next();
        parkedBehindAGap(a.next());
        redriving.redrive(letter(), true, LOST);

        listener.onMessage(List.of(second));
        workOff();

        assertThat(calls.settled(a)).containsExactly(2L, 4L);
        assertThat(states(a)).isEmpty();
    }

    private void parkedBehindAGap(ConsumerRecord<byte[], byte[]> message) {
        listener.onMessage(List.of(message));
        giveUp();
        assertThat(reasons(a)).containsExactly("SEQUENCE_GAP");
    }

    private void giveUp() {
        jdbc.update("UPDATE held_key SET held_since = now() - interval '1 hour', due_at = now()");
        workOff();
    }

    private long letter() {
        return jdbc.queryForObject("SELECT min(id) FROM held_message", (row, number) -> row.getLong(1));
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

    /** Also where the redrive that shows the gap was decided long before. */
    @Test
    void whatIsMissingBeforeOneThatBecomesKnownIsWaitedForAsLong() {
        a.next();
        listener.onMessage(List.of(a.ofNoInterest()));
        jdbc.update("UPDATE held_message SET source = NULL, subject = NULL, reason = 'UNREADABLE'");
        jdbc.update("UPDATE held_key SET state = 'RETRYING', held_since = now() - interval '1 hour', due_at = now()");
        workOff();

        assertThat(states(a)).containsExactly("WAITING");
    }
}
