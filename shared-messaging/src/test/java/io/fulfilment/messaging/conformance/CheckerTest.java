package io.fulfilment.messaging.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.messaging.conformance.History.Handled;
import io.fulfilment.messaging.conformance.History.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CheckerTest {

    private static final UUID A1 = UUID.randomUUID();
    private static final UUID A2 = UUID.randomUUID();
    private static final UUID B1 = UUID.randomUUID();
    private static final UUID ANSWER = UUID.randomUUID();

    private static final List<Sent> SENT =
            List.of(new Sent("a", A1, null), new Sent("b", B1, null), new Sent("a", A2, null));

    @Test
    void hasNothingToSayWhereEachKeyIsHandledInItsOrder() {
        assertThat(check(new Handled("a", A1, 1), new Handled("a", A2, 2), new Handled("b", B1, 1)))
                .isEmpty();
    }

    @Test
    void findsWhatWasNeverHandled() {
        assertThat(check(new Handled("a", A1, 1), new Handled("a", A2, 2)))
                .containsExactly(new Violation.Lost("b", B1));
    }

    @Test
    void findsWhatWasHandledTwice() {
        assertThat(check(
                        new Handled("a", A1, 1),
                        new Handled("b", B1, 1),
                        new Handled("a", A2, 2),
                        new Handled("a", A1, 1)))
                .containsExactly(new Violation.Repeated("a", A1));
    }

    @Test
    void findsWhatOvertookAnEarlierOne() {
        assertThat(check(new Handled("a", A2, 2), new Handled("b", B1, 1), new Handled("a", A1, 1)))
                .containsExactly(new Violation.OutOfOrder("a", A1, A2));
    }

    @Test
    void findsWhatWasRolledBack() {
        UUID rolledBack = UUID.randomUUID();
        assertThat(check(
                        new Handled("a", A1, 1),
                        new Handled("a", rolledBack, 2),
                        new Handled("a", A2, 2),
                        new Handled("b", B1, 1)))
                .containsExactly(new Violation.NeverCommitted("a", rolledBack));
    }

    @Test
    void findsAGapInTheSequence() {
        assertThat(check(new Handled("a", A1, 1), new Handled("a", A2, 3), new Handled("b", B1, 1)))
                .containsExactly(new Violation.Misnumbered("a", A2, 2, 3));
    }

    @Test
    void findsACommandThatWasNotAnsweredOnce() {
        var command = new History(List.of(new Sent("a", A1, null)), List.of(new Handled("a", A1, 1)));

        assertThat(Checker.check(evidence(command, history(), 0, Set.of())))
                .containsExactly(new Violation.Misanswered(A1, 0));
        assertThat(Checker.check(evidence(command, history(ANSWER, UUID.randomUUID()), 0, Set.of())))
                .containsExactly(new Violation.Misanswered(A1, 2));
        assertThat(Checker.check(evidence(command, history(ANSWER), 0, Set.of())))
                .isEmpty();
    }

    @Test
    void findsWhatWaitsInAQueue() {
        assertThat(Checker.check(evidence(history(), history(), 3, Set.of())))
                .containsExactly(new Violation.Unpublished(3));
    }

    @Test
    void findsAForeignRecordThatWasNotParked() {
        var place = new Place("topic", 1, 2);
        var foreign = List.of(place);

        assertThat(Checker.check(new Evidence(history(), history(), 0, foreign, Set.of())))
                .containsExactly(new Violation.NotParked(place));
        assertThat(Checker.check(new Evidence(history(), history(), 0, foreign, Set.of(place))))
                .isEmpty();
    }

    private static List<Violation> check(Handled... handled) {
        return Checker.check(new History(SENT, List.of(handled)));
    }

    private static Evidence evidence(History commands, History answers, long unpublished, Set<Place> parked) {
        return new Evidence(commands, answers, unpublished, List.of(), parked);
    }

    /** Answers to the first command, each handled. */
    private static History history(UUID... answers) {
        var sent = List.of(answers).stream().map(id -> new Sent("a", id, A1)).toList();
        var handled = new ArrayList<Handled>();
        sent.forEach(answer -> handled.add(new Handled("a", answer.id(), handled.size() + 1)));
        return new History(sent, handled);
    }
}
