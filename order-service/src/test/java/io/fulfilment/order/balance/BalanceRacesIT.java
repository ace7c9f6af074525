package io.fulfilment.order.balance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.payment.PaymentEvent.PaymentRefunded;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentId;
import io.fulfilment.order.balance.PlantedOrders.Statements;
import io.fulfilment.order.query.OrderViewProjection;
import io.fulfilment.testing.ServiceIT;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Several replicas look, and orders change meanwhile. */
@ServiceIT
class BalanceRacesIT {

    private static final Duration SETTLE = Duration.ofMinutes(5);

    @Autowired
    private BalanceCheck check;

    @Autowired
    private OrderViewProjection projection;

    @Autowired
    private TransactionTemplate transaction;

    private final PlantedOrders orders;

    BalanceRacesIT(@Autowired JdbcClient jdbc) {
        this.orders = new PlantedOrders(jdbc);
    }

    @BeforeEach
    void begin() {
        orders.begin();
    }

    @AfterEach
    void end() {
        orders.end();
    }

    @Test
    void leavesAloneWhatAnotherReplicaIsAt() {
        orders.plant("REJECTED", "AUTHORIZED", "RELEASED");
        transaction.executeWithoutResult(status -> {
            assertThat(check.sweep()).isOne();
            assertThat(elsewhere(check::sweep)).isZero();
        });
        orders.passes(SETTLE);
        transaction.executeWithoutResult(status -> {
            assertThat(check.review()).isOne();
            assertThat(elsewhere(check::review)).isZero();
        });
    }

    @Test
    void statesOnceHoweverManyLookAtOnce() throws Exception {
        orders.plant(2_000, "REJECTED", "AUTHORIZED", "RELEASED");
        try (var replicas = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 5; round++) {
                for (var look : replicas.invokeAll(Collections.nCopies(4, this::look))) {
                    look.get();
                }
                orders.passes(SETTLE);
            }
        }
        assertThat(orders.watched()).isEqualTo(2_000);
        assertThat(orders.statements()).isEqualTo(new Statements(2_000, 2_000));
    }

    @Test
    void losesNoOrderThatChangesWhileItIsLookedAt() throws Exception {
        var some = orders.plant(300, "COMPLETED", "CAPTURED", "DISPATCHED");
        try (var other = Executors.newSingleThreadExecutor()) {
            var refunds = other.submit(() -> some.forEach(this::refunded));
            while (!refunds.isDone()) {
                orders.watchWhatIs("CAPTURED");
                check.review();
            }
            refunds.get();
        }
        assertThat(orders.watched()).isEqualTo(300);
    }

    private int look() {
        return check.sweep() + check.review();
    }

    private static int elsewhere(Callable<Integer> look) {
        try (var thread = Executors.newSingleThreadExecutor()) {
            return thread.submit(look).get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private void refunded(OrderId order) {
        var total = Money.of("39.98", "EUR");
        var event = new PaymentRefunded(new PaymentId(order.value()), order, total, Instant.now());
        transaction.executeWithoutResult(status -> projection.on(event));
    }
}
