package io.fulfilment.order.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.Topic;
import io.fulfilment.events.payment.PaymentEvent.PaymentCaptured;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentId;
import io.fulfilment.order.query.OrderViewProjection;
import io.fulfilment.testing.ServiceIT;
import io.fulfilment.testing.TopicReader;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceIT
class BalanceCheckIT {

    private static final Duration SETTLE = Duration.ofMinutes(5);

    @Autowired
    private BalanceCheck check;

    @Autowired
    private OrderViewProjection projection;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MeterRegistry meters;

    private final PlantedOrders orders;

    BalanceCheckIT(@Autowired JdbcClient jdbc) {
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

    @ParameterizedTest
    @CsvSource({
        "REJECTED,  AUTHORIZED, RELEASED",
        "REJECTED,  VOIDED,     RESERVED",
        "REJECTED,  CAPTURED,   RELEASED",
        "COMPLETED, AUTHORIZED, DISPATCHED",
        "COMPLETED, CAPTURED,   RESERVED",
        "COMPLETED, PENDING,    PENDING",
        "CANCELLED, CAPTURED,   RESTOCKED",
        "CANCELLED, REFUNDED,   DISPATCHED",
    })
    void statesOnceWhatStaysAmiss(String status, String payment, String stock) {
        var order = orders.plant(status, payment, stock);
        look();
        assertThat(orders.isWatched(order)).isTrue();
        assertThat(orders.statements(order)).isZero();
        orders.passes(SETTLE);
        for (int looks = 0; looks < 5; looks++) {
            look();
            assertThat(orders.statements(order)).isOne();
            orders.passes(Duration.ofHours(1));
        }
    }

    @Test
    void saysWhatIsAmiss() {
        var order = orders.plant("CANCELLED", "CAPTURED", "RESTOCKED");
        look();
        orders.passes(SETTLE);
        look();
        await().untilAsserted(() -> assertThat(published(order))
                .contains("\"finding\":\"CANCELLED, but the payment is CAPTURED\"")
                .contains("\"orderId\":\"" + order + "\""));
    }

    @Test
    void watchesNothingThatFits() {
        orders.plant(3_000, "COMPLETED", "CAPTURED", "DISPATCHED");
        orders.plant(500, "REJECTED", "DECLINED", "RELEASED");
        orders.plant(500, "REJECTED", "PENDING", "REFUSED");
        orders.plant(500, "CANCELLED", "REFUNDED", "RESTOCKED");
        orders.plant(500, "CANCELLED", "VOIDED", "EXPIRED");
        assertThat(check.sweep()).isEqualTo(5_000);
        assertThat(check.sweep()).isZero();
        assertThat(orders.watched()).isZero();
    }

    @Test
    void looksAtNoOrderBeforeItHasSettled() {
        var order = orders.plant("REJECTED", "AUTHORIZED", "RELEASED");
        orders.jdbc()
                .sql("UPDATE order_view SET placed_at = now() - interval '4 minutes' WHERE order_id = ?")
                .param(order.value())
                .update();
        look();
        assertThat(orders.isWatched(order)).isFalse();
    }

    @Test
    void forgetsWhatLateFactsPutRight() {
        var order = orders.plant("COMPLETED", "AUTHORIZED", "DISPATCHED");
        look();
        captured(order);
        orders.passes(SETTLE);
        look();
        assertThat(orders.isWatched(order)).isFalse();
        assertThat(orders.statements(order)).isZero();
    }

    @Test
    void countsWhatIsAmissUntilItIsPutRight() {
        var order = orders.plant("COMPLETED", "AUTHORIZED", "DISPATCHED");
        look();
        assertThat(gauge("orders.out.of.balance")).isZero();
        orders.passes(SETTLE);
        look();
        assertThat(gauge("orders.out.of.balance")).isOne();
        captured(order);
        orders.passes(SETTLE);
        look();
        assertThat(gauge("orders.out.of.balance")).isZero();
    }

    @Test
    void tellsForHowLongALookHasBeenDue() {
        orders.plant("REJECTED", "AUTHORIZED", "RELEASED");
        assertThat(gauge("orders.balance.lag")).isBetween(299.0, 400.0);
        look();
        assertThat(gauge("orders.balance.lag")).isZero();
        orders.passes(SETTLE.plusMinutes(1));
        assertThat(gauge("orders.balance.lag")).isBetween(59.0, 160.0);
        look();
        assertThat(gauge("orders.balance.lag")).isZero();
    }

    @Test
    void waitsForOrdersThatHaveNotEnded() {
        var order = orders.plant("PENDING", "AUTHORIZED", "RESERVED");
        for (int looks = 0; looks < 6; looks++) {
            look();
            assertThat(orders.secondsToLook(order))
                    .hasValueSatisfying(pause -> assertThat(pause).isPositive());
            orders.passes(Duration.ofHours(1));
        }
        assertThat(orders.statements(order)).isZero();
        orders.jdbc()
                .sql("UPDATE order_view SET status = 'REJECTED' WHERE order_id = ?")
                .param(order.value())
                .update();
        look();
        orders.passes(SETTLE);
        look();
        assertThat(orders.statements(order)).isOne();
    }

    @Test
    void waitsForAViewThatIsBuiltAnew() {
        var order = orders.plant("REJECTED", "AUTHORIZED", "RELEASED");
        look();
        orders.jdbc()
                .sql("DELETE FROM order_view WHERE order_id = ?")
                .param(order.value())
                .update();
        orders.passes(SETTLE);
        look();
        assertThat(orders.isWatched(order)).isTrue();
        assertThat(orders.statements(order)).isZero();
    }

    @Test
    void statesNothingThatIsNotCommittedAndThenStatesIt() {
        var order = orders.plant("REJECTED", "AUTHORIZED", "RELEASED");
        transaction.executeWithoutResult(status -> {
            check.sweep();
            status.setRollbackOnly();
        });
        look();
        assertThat(orders.isWatched(order)).isTrue();
        orders.passes(SETTLE);
        transaction.executeWithoutResult(status -> {
            assertThat(check.review()).isOne();
            status.setRollbackOnly();
        });
        assertThat(orders.statements(order)).isZero();
        look();
        assertThat(orders.statements(order)).isOne();
    }

    /** Until nothing is due. */
    private void look() {
        while (lookOnce() > 0) {}
    }

    private int lookOnce() {
        return check.sweep() + check.review();
    }

    private void captured(OrderId order) {
        var total = Money.of("39.98", "EUR");
        var event = new PaymentCaptured(new PaymentId(order.value()), order, total, Instant.now());
        transaction.executeWithoutResult(status -> projection.on(event));
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private static String published(OrderId order) {
        try (var reader = TopicReader.of(Topic.ORDER_EVENTS.topicName())) {
            var records = reader.records(order.toString());
            assertThat(records).hasSize(1);
            return new String(records.getFirst().value(), StandardCharsets.UTF_8);
        }
    }
}
