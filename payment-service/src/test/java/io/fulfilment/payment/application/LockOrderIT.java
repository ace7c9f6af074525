package io.fulfilment.payment.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.messaging.Cause;
import io.fulfilment.payment.PaymentServiceTestBase;
import io.fulfilment.payment.Saga;
import io.fulfilment.payment.application.GatewayCalls.Awaited;
import io.fulfilment.payment.application.GatewayCalls.Postponed;
import io.fulfilment.payment.domain.Operation;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many processes that change the same calls wait for each other, and never in a circle. */
class LockOrderIT extends PaymentServiceTestBase {

    private static final int ROUNDS = 150;

    @Autowired
    private GatewayCalls calls;

    private final List<GatewayCall> out =
            Stream.generate(LockOrderIT::call).limit(40).toList();

    @BeforeEach
    void callsAreOut() {
        var waiting =
                new Waiting(Operation.AUTHORIZE, new SagaId(UUID.randomUUID()), Cause.beginning(UUID.randomUUID()));
        calls.add(out.stream().map(it -> new Awaited(it, List.of(waiting))).toList());
    }

    @AfterEach
    void callsAreSettled() {
        calls.settle(out);
    }

    @Test
    void changesManyCallsInOneOrder() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var forwards = threads.submit(() -> postponeAgainAndAgain(out));
            var backwards = threads.submit(() -> postponeAgainAndAgain(out.reversed()));

            assertThat(forwards.get() + backwards.get()).isEqualTo(2 * ROUNDS);
        }
    }

    private int postponeAgainAndAgain(List<GatewayCall> order) {
        List<Postponed> postponed = order.stream()
                .map(it -> new Postponed(it, "put off", Duration.ofHours(1)))
                .toList();
        for (int round = 0; round < ROUNDS; round++) {
            calls.postpone(postponed);
        }
        return ROUNDS;
    }

    private static GatewayCall call() {
        var order = new OrderId(UUID.randomUUID());
        return new GatewayCall(
                order, Operation.AUTHORIZE, Operation.AUTHORIZE.gatewayKey(order), Saga.AMOUNT, "tok_ok", 0, null);
    }
}
