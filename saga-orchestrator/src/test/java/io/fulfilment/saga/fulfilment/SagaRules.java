package io.fulfilment.saga.fulfilment;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.notification.NotificationKind;
import io.fulfilment.saga.engine.Failure;
import io.fulfilment.saga.engine.Run;
import io.fulfilment.saga.engine.SagaInstance;
import io.fulfilment.saga.engine.Status;
import io.fulfilment.saga.fulfilment.SimulatedParticipants.Order;
import io.fulfilment.saga.fulfilment.SimulatedParticipants.Payment;
import io.fulfilment.saga.fulfilment.SimulatedParticipants.Stock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    private static final List<Stock> TAKEN = List.of(Stock.RESERVED, Stock.EXPIRED, Stock.DISPATCHED);
    private static final List<Payment> KEPT =
            List.of(Payment.AUTHORIZED, Payment.CAPTURED, Payment.CAPTURE_REFUSED, Payment.REFUND_REFUSED);

    private SagaRules() {}

    /** The steps taken are a beginning of the one path that their outcomes leave, but for those that nobody wants. */
    static void checkPath(SagaInstance<?> saga) {
        var taken = saga.runs().stream().map(Run::step).toList();
        assertThat(taken).doesNotHaveDuplicates();
        assertThat(path(saga)).as("path").startsWith(taken.toArray(String[]::new));
        if (saga.failure() != null && saga.failure().reason().equals(Failure.CANCELLED)) {
            assertThat(taken).doesNotContainAnyElementsOf(CLOSING);
        }
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
        path.addAll(CLOSING);
        return path;
    }

    /** Nothing is left in between, and the participants agree with the sagas, but where operators saw to it. */
    static void checkEnd(List<SagaInstance<?>> sagas, SimulatedParticipants participants) {
        var fulfilment = sagas.getFirst();
        var settled = sagas.stream()
                .flatMap(saga -> saga.runs().stream())
                .filter(run -> run.state() == Run.State.SETTLED)
                .map(Run::step)
                .collect(toSet());
        assertThat(fulfilment.course().cancelled()).isEqualTo(sagas.size() == 2);
        if (sagas.size() == 2) {
            assertThat(sagas.getLast().status()).isEqualTo(Status.COMPLETED);
            checkCancelled(participants, settled);
        } else if (fulfilment.status() == Status.COMPLETED) {
            checkCompleted(participants, settled);
        } else {
            assertThat(fulfilment.status()).isEqualTo(Status.COMPENSATED);
            checkRejected(participants, settled);
        }
    }

    private static void checkCompleted(SimulatedParticipants participants, Set<String> settled) {
        unless(settled, "dispatch-stock", () -> assertThat(participants.stock).isEqualTo(Stock.DISPATCHED));
        unless(
                settled,
                "capture-payment",
                () -> assertThat(participants.payment).isEqualTo(Payment.CAPTURED));
        unless(settled, "complete-order", () -> assertThat(participants.order).isEqualTo(Order.COMPLETED));
        assertThat(participants.told).isSubsetOf(NotificationKind.ORDER_COMPLETED);
    }

    private static void checkRejected(SimulatedParticipants participants, Set<String> settled) {
        unless(settled, "release-stock", () -> assertThat(participants.stock).isNotIn(TAKEN));
        unless(settled, "void-payment", () -> assertThat(participants.payment).isNotIn(KEPT));
        unless(settled, "reject-order", () -> assertThat(participants.order).isEqualTo(Order.REJECTED));
        assertThat(participants.told).isSubsetOf(NotificationKind.ORDER_REJECTED);
    }

    private static void checkCancelled(SimulatedParticipants participants, Set<String> settled) {
        unless(settled, "restock", () -> assertThat(participants.stock).isNotIn(TAKEN));
        unless(settled, "refund-payment", () -> assertThat(participants.payment).isNotIn(KEPT));
        unless(settled, "cancel-order", () -> assertThat(participants.order).isEqualTo(Order.CANCELLED));
        unless(
                settled,
                "reject-order",
                () -> assertThat(participants.told).doesNotContain(NotificationKind.ORDER_REJECTED));
    }

    private static void unless(Set<String> settled, String step, Runnable check) {
        if (!settled.contains(step)) {
            check.run();
        }
    }
}
