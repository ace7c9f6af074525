package io.fulfilment.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.messaging.deadletter.DeadLetterFilter;
import io.fulfilment.messaging.deadletter.Decision;
import io.fulfilment.messaging.deadletter.Discarding;
import io.fulfilment.messaging.deadletter.Reason;
import io.fulfilment.messaging.deadletter.Redriving;
import io.fulfilment.messaging.deadletter.Rehearsal;
import io.fulfilment.messaging.deadletter.Rehearsed;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What is discarded has the place that it claims, and no gap is accepted with it. */
class HeldDiscardsIT extends HeldKeysTest {

    private static final Decision GARBAGE = new Decision("olivia", "garbage");

    @Autowired
    Discarding discarding;

    @Autowired
    Redriving redriving;

    /** About the same order as {@code a}. */
    private final Releases other = a.ofAnother();

    @Test
    void whatHasNoPlaceGoesAndWhatIsMissingIsWaitedFor() {
        parked(List.of(a.nonsense(), other.next(), a.next()));

        discard(0);
        redrive();
        assertThat(calls.settled(a)).containsExactly(1L);
        assertThat(states(a)).containsExactly("WAITING");

        giveUp();
        redrive();
        assertThat(calls.settled(a)).containsExactly(1L, 2L);
        assertThat(states(a)).isEmpty();
    }

    @Test
    void ofManyWithoutAPlaceNoneHoldsUpWhatHasItsTurn() {
        var first = a.next();
        parked(List.of(a.strangers(), first, a.strangers(), a.next(), other.strangers()));

        discarding.discard(new DeadLetterFilter(null, null, Reason.UNREADABLE, null, a.subject(), null, null), GARBAGE);
        redrive();

        assertThat(calls.settled(a)).containsExactly(1L, 2L);
        assertThat(states(a)).isEmpty();
    }

    /** All that is left of the key is discarded: there is nothing that a stop could park it for. */
    @Test
    void aStopLeavesNoKeyBehindOfWhichAllIsDiscarded() {
        listener.onMessage(List.of(a.next()));
        a.next();
        listener.onMessage(List.of(a.next()));
        giveUp();
        redriving.redrive(letters().getFirst(), true, GARBAGE);
        jdbc.update("UPDATE held_message SET discarded = true");

        redriving.stop(jdbc.queryForObject("SELECT max(id) FROM redrive", (row, number) -> row.getLong(1)), GARBAGE);
        workOff();

        assertThat(states(a)).isEmpty();
        assertThat(jdbc.queryForList(
                        "SELECT outcome FROM redrive_key WHERE redrive = (SELECT max(id) FROM redrive)", String.class))
                .containsExactly("REDRIVEN");
    }

    @Test
    void aStopLeavesAKeyStandingForItsGap() {
        parkedWithGaps();
        discard(0);
        redriving.redrive(letters().getLast(), true, GARBAGE);

        redriving.stop(jdbc.queryForObject("SELECT max(id) FROM redrive", (row, number) -> row.getLong(1)), GARBAGE);
        assertThat(jdbc.queryForList("SELECT reason FROM held_key", String.class))
                .containsExactly("SEQUENCE_GAP");
        redrive();

        assertThat(calls.settled(a)).containsExactly(4L);
        assertThat(states(a)).isEmpty();
    }

    @Test
    void thePlaceThatItClaimsHasItsTurn() {
        var missing = other.next();
        parked(List.of(a.truncated(), other.next(), other.truncated(), a.next(), other.next()));

        discard(2);
        discard(0);
        redrive();
        assertThat(calls.settled(a)).containsExactly(2L);
        assertThat(states(a)).containsExactly("WAITING");

        listener.onMessage(List.of(missing));
        workOff();
        assertThat(calls.settled(a)).containsExactly(2L, 1L, 2L, 4L);
        assertThat(states(a)).isEmpty();
    }

    @Test
    void theGapOfOneSenderIsNotThatOfAnother() {
        a.next();
        other.next();
        listener.onMessage(List.of(a.next(), other.next()));
        giveUp();

        redrive();

        assertThat(calls.settled(a)).containsExactly(2L);
        assertThat(states(a)).containsExactly("WAITING");
    }

    @Test
    void theGapIsThatOfWhatIsLeft() {
        parkedWithGaps();

        discard(0);
        redrive();

        assertThat(calls.settled(a)).containsExactly(4L);
        assertThat(states(a)).isEmpty();
    }

    /** A key that somebody has changed while it was waited for. */
    @Test
    void aRehearsalSeesTheGapOfWhatIsLeft(@Autowired Rehearsal rehearsal, @Autowired TransactionTemplate transaction) {
        parkedWithGaps();

        var rehearsed = transaction.execute(status -> {
            long key = jdbc.queryForObject("SELECT id FROM held_key FOR UPDATE", (row, number) -> row.getLong(1));
            var started = CompletableFuture.supplyAsync(() -> rehearsal.rehearse(key));
            awaitSomeoneWaiting();
            jdbc.update(
                    "UPDATE held_message SET discarded = true WHERE id = ?",
                    letters().getFirst());
            return started;
        });

        assertThat(rehearsed.join()).extracting(Rehearsed::result).containsExactly(Rehearsed.Result.PASSES);
    }

    /** The second and the fourth; the others are missing. */
    private void parkedWithGaps() {
        a.next();
        var second = a.next();
        a.next();
        listener.onMessage(List.of(second, a.next()));
        giveUp();
    }

    private void parked(List<ConsumerRecord<byte[], byte[]>> records) {
        listener.onMessage(records);
        workOff();
        assertThat(states(a)).containsExactly("PARKED");
    }

    private void giveUp() {
        jdbc.update("UPDATE held_key SET held_since = now() - interval '1 hour', due_at = now()");
        workOff();
        assertThat(states(a)).containsExactly("PARKED");
    }

    private void discard(int position) {
        discarding.discard(letters().get(position), GARBAGE);
    }

    private void redrive() {
        long first = jdbc.queryForObject(
                "SELECT min(id) FROM held_message WHERE NOT discarded", (row, number) -> row.getLong(1));
        redriving.redrive(first, true, GARBAGE);
        workOff();
    }

    private List<Long> letters() {
        return jdbc.query("SELECT id FROM held_message ORDER BY id", (row, number) -> row.getLong(1));
    }
}
