package io.fulfilment.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes again has no effect; another message in a taken place is put aside. */
class HeldRepetitionsIT extends HeldKeysTest {

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
    void whatWasForgottenIsToldByItsSequence() {
        var old = a.longAgo();
        listener.onMessage(List.of(old, a.next()));
        jdbc.update("DELETE FROM inbox");

        listener.onMessage(List.of(old));

        assertThat(calls.settled(a)).containsExactly(1L, 2L);
        assertThat(reasons(a)).isEmpty();
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
}
