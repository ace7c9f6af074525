package io.fulfilment.order.balance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.notification.NotificationEvent.CustomerNotified;
import io.fulfilment.events.notification.NotificationKind;
import io.fulfilment.events.order.OrderCommand;
import io.fulfilment.events.order.OrderCommand.CompleteOrder;
import io.fulfilment.events.order.OrderCommand.ConfirmOrder;
import io.fulfilment.events.payment.PaymentEvent.PaymentRefunded;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.PaymentId;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.order.Commands;
import io.fulfilment.order.Placements;
import io.fulfilment.order.application.CancelOrders;
import io.fulfilment.order.application.DecidingOrders;
import io.fulfilment.order.application.PlaceOrder;
import io.fulfilment.order.domain.PriceList;
import io.fulfilment.order.query.OrderViewProjection;
import io.fulfilment.testing.ServiceIT;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ServiceIT
class LateChangesIT {

    private static final SagaId SAGA = new SagaId(UUID.randomUUID());

    @Autowired
    private OrderViewProjection projection;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private BalanceCheck check;

    private final PlantedOrders orders;

    LateChangesIT(@Autowired JdbcClient jdbc) {
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
    void haveAnOrderLookedAtThatFitted() {
        var order = orders.plant("COMPLETED", "CAPTURED", "DISPATCHED");
        assertThat(check.sweep()).isOne();
        assertThat(orders.isWatched(order)).isFalse();
        refunded(order);
        assertThat(orders.secondsToLook(order))
                .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(200.0, 300.0));
    }

    @Test
    void bringForwardALookThatIsFarAway() {
        var order = orders.plant("PENDING", "CAPTURED", "DISPATCHED");
        check.sweep();
        orders.passes(Duration.ofHours(-1));
        refunded(order);
        assertThat(orders.secondsToLook(order))
                .hasValueSatisfying(seconds -> assertThat(seconds).isLessThan(300));
        orders.passes(Duration.ofMinutes(2));
        refunded(order);
        assertThat(orders.secondsToLook(order))
                .hasValueSatisfying(seconds -> assertThat(seconds).isLessThan(180));
    }

    @Test
    void areLeftToTheFirstLookWhileThatIsStillToCome() {
        var order = new OrderId(PlantedOrders.madeAt(Instant.now().minus(Duration.ofMinutes(2))));
        refunded(order);
        assertThat(orders.isWatched(order)).isFalse();
        var older = new OrderId(PlantedOrders.madeAt(Instant.now().minus(Duration.ofMinutes(3))));
        refunded(older);
        assertThat(orders.isWatched(older)).isTrue();
    }

    @Test
    void areNoneWhereOnlyTheCustomerWasTold() {
        var order = orders.plant("COMPLETED", "CAPTURED", "DISPATCHED");
        var told = new CustomerNotified(order, NotificationKind.ORDER_COMPLETED, Instant.now());
        transaction.executeWithoutResult(status -> projection.on(told));
        assertThat(orders.isWatched(order)).isFalse();
    }

    @Test
    void areCommittedWithTheCancellation(
            @Autowired PlaceOrder placeOrder,
            @Autowired PriceList priceList,
            @Autowired DecidingOrders deciding,
            @Autowired CancelOrders cancelling) {
        var placed = Placements.place(placeOrder, priceList);
        decide(deciding, new ConfirmOrder(SAGA, placed));
        decide(deciding, new CompleteOrder(SAGA, placed));
        assertThat(orders.isWatched(placed)).isFalse();
        var order = moved(placed, Duration.ofDays(3));
        transaction.executeWithoutResult(status -> {
            cancelling.handle(order, "ada", "too dear");
            status.setRollbackOnly();
        });
        assertThat(orders.isWatched(order)).isFalse();
        cancelling.handle(order, "ada", "too dear");
        assertThat(orders.isWatched(order)).isTrue();
    }

    /** The order as if it had been placed so long ago. */
    private OrderId moved(OrderId placed, Duration ago) {
        var id = PlantedOrders.madeAt(Instant.now().minus(ago));
        for (String table : List.of("orders", "order_view")) {
            orders.jdbc()
                    .sql("UPDATE " + table + " SET order_id = ? WHERE order_id = ?")
                    .param(id)
                    .param(placed.value())
                    .update();
        }
        return new OrderId(id);
    }

    private void refunded(OrderId order) {
        var event = new PaymentRefunded(new PaymentId(order.value()), order, Money.of("39.98", "EUR"), Instant.now());
        transaction.executeWithoutResult(status -> projection.on(event));
    }

    private static void decide(DecidingOrders deciding, OrderCommand command) {
        deciding.handle(List.of(Commands.received(command)));
    }
}
