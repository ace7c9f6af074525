package io.fulfilment.saga.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.notification.NotificationKind;
import io.fulfilment.saga.engine.Failure;
import io.fulfilment.saga.engine.Run;
import io.fulfilment.saga.engine.SagaInstance;
import io.fulfilment.saga.engine.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What must hold of every order's sagas, written down apart from the definitions that it is checked against. */
final class SagaRules {

    private static final List<String> FORWARD = List.of(
            "reserve-stock",
            "authorize-payment",
            "confirm-order",
            "capture-payment",
            "dispatch-stock",
            "complete-order",
            "notify-of-completion");
    private static final List<String> CANCELLING =
            List.of("refund-payment", "restock", "cancel-order", "notify-of-cancellation");
    private static final Map<String, String> UNDO =
            Map.of("authorize-payment", "void-payment", "reserve-stock", "release-stock");
    private static final List<String> CLOSING = List.of("reject-order", "notify-of-rejection");

    private SagaRules() {}

    /** The steps taken are a beginning of the one path that their outcomes leave. */
    static void checkPath(SagaInstance<?> saga) {
        var taken = saga.runs().stream().map(Run::step).toList();
        assertThat(taken).doesNotHaveDuplicates();
        assertThat(path(saga)).as("path").startsWith(taken.toArray(String[]::new));
    }

    private static List<String> path(SagaInstance<?> saga) {
        if (saga.type().equals("order-cancellation")) {
            assertThat(saga.failure()).isNull();
            return CANCELLING;
        }
        var failure = saga.failure();
        return failure == null ? FORWARD : compensated(saga, failure);
    }

    private static List<String> compensated(SagaInstance<?> saga, Failure failure) {
        assertThat(failure.step()).isIn(FORWARD.subList(0, 3));
        var path = new ArrayList<>(FORWARD.subList(0, FORWARD.indexOf(failure.step()) + 1));
        for (String done : List.copyOf(path).reversed()) {
            boolean harmless = saga.run(done).orElseThrow().state() == Run.State.REFUSED;
            if (!harmless && UNDO.containsKey(done)) {
                path.add(UNDO.get(done));
            }
        }
        if (!failure.reason().equals(Failure.CANCELLED)) {
            path.addAll(CLOSING);
        }
        return path;
    }

    /** Nothing is left in between, and the participants agree with the sagas. */
    static void checkEnd(List<SagaInstance<?>> sagas, SimulatedParticipants participants) {
        var fulfilment = sagas.getFirst();
        assertThat(fulfilment.course().cancelled()).isEqualTo(sagas.size() == 2);
        if (sagas.size() == 2) {
            assertThat(sagas.getLast().status()).isEqualTo(Status.COMPLETED);
            checkUndone(participants, SimulatedParticipants.Order.CANCELLED);
            assertThat(participants.told).doesNotContain(NotificationKind.ORDER_REJECTED);
        } else if (fulfilment.status() == Status.COMPLETED) {
            assertThat(participants.stock).isEqualTo(SimulatedParticipants.Stock.DISPATCHED);
            assertThat(participants.payment).isEqualTo(SimulatedParticipants.Payment.CAPTURED);
            assertThat(participants.order).isEqualTo(SimulatedParticipants.Order.COMPLETED);
            assertThat(participants.told).isSubsetOf(NotificationKind.ORDER_COMPLETED);
        } else {
            assertThat(fulfilment.status()).isEqualTo(Status.COMPENSATED);
            checkUndone(participants, SimulatedParticipants.Order.REJECTED);
            assertThat(participants.told).isSubsetOf(NotificationKind.ORDER_REJECTED);
        }
    }

    private static void checkUndone(SimulatedParticipants participants, SimulatedParticipants.Order end) {
        assertThat(participants.order).isEqualTo(end);
        assertThat(participants.stock)
                .isNotIn(SimulatedParticipants.Stock.RESERVED, SimulatedParticipants.Stock.DISPATCHED);
        assertThat(participants.payment)
                .isNotIn(SimulatedParticipants.Payment.AUTHORIZED, SimulatedParticipants.Payment.CAPTURED);
    }
}
