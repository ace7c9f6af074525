package io.fulfilment.saga.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.saga.engine.Run;
import io.fulfilment.saga.engine.SagaInstance;
import io.fulfilment.saga.engine.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold of every order's saga, written down apart from the definition that it is checked against. */
final class FulfilmentRules {

    private static final List<String> FORWARD = List.of(
            "reserve-stock",
            "authorize-payment",
            "confirm-order",
            "capture-payment",
            "dispatch-stock",
            "complete-order",
            "notify-of-completion");
    private static final Map<String, String> UNDO =
            Map.of("authorize-payment", "void-payment", "reserve-stock", "release-stock");
    private static final List<String> CLOSING = List.of("reject-order", "notify-of-rejection");
    private static final Set<Run.State> HARMLESS = Set.of(Run.State.REFUSED);

    private FulfilmentRules() {}

    /** The steps taken are a beginning of the one path that their outcomes leave. */
    static void checkPath(SagaInstance<Fulfilment> saga) {
        var taken = saga.runs().stream().map(Run::step).toList();
        assertThat(taken).doesNotHaveDuplicates();
        var failure = saga.failure();
        var path = failure == null ? FORWARD : compensated(saga, failure.step());
        assertThat(path).as("path").startsWith(taken.toArray(String[]::new));
    }

    private static List<String> compensated(SagaInstance<Fulfilment> saga, String failedStep) {
        assertThat(failedStep).isIn(FORWARD.subList(0, 3));
        var path = new ArrayList<>(FORWARD.subList(0, FORWARD.indexOf(failedStep) + 1));
        for (String done : List.copyOf(path).reversed()) {
            boolean harmless = HARMLESS.contains(saga.run(done).orElseThrow().state());
            if (!harmless && UNDO.containsKey(done)) {
                path.add(UNDO.get(done));
            }
        }
        path.addAll(CLOSING);
        return path;
    }

    /** Nothing is left in between, and the participants agree with the saga. */
    static void checkEnd(SagaInstance<Fulfilment> saga, SimulatedParticipants participants) {
        if (saga.status() == Status.COMPLETED) {
            assertThat(participants.stock).isEqualTo(SimulatedParticipants.Stock.DISPATCHED);
            assertThat(participants.payment).isEqualTo(SimulatedParticipants.Payment.CAPTURED);
            assertThat(participants.order).isEqualTo(SimulatedParticipants.Order.COMPLETED);
        } else {
            assertThat(saga.status()).isEqualTo(Status.COMPENSATED);
            assertThat(participants.stock)
                    .isNotIn(SimulatedParticipants.Stock.RESERVED, SimulatedParticipants.Stock.DISPATCHED);
            assertThat(participants.payment)
                    .isNotIn(SimulatedParticipants.Payment.AUTHORIZED, SimulatedParticipants.Payment.CAPTURED);
            assertThat(participants.order)
                    .isIn(SimulatedParticipants.Order.REJECTED, SimulatedParticipants.Order.ENDED_OTHERWISE);
        }
    }
}
