package io.fulfilment.order.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.testing.ServiceIT;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

@ServiceIT
@TestPropertySource(properties = {"orders.balance.enabled=true", "orders.balance.poll=100ms", "orders.balance.batch=7"})
@DirtiesContext
class BalanceLooksIT {

    @Test
    void keepComing(@Autowired MeterRegistry meters, @Autowired JdbcClient jdbc) {
        var orders = new PlantedOrders(jdbc);
        orders.begin();
        double before = meters.get("orders.balance.checked").counter().count();
        orders.plant(30, "REJECTED", "AUTHORIZED", "RELEASED");
        await().untilAsserted(() -> assertThat(orders.watched()).isEqualTo(30));
        orders.passes(Duration.ofMinutes(5));
        await().untilAsserted(() -> assertThat(orders.statements().orders()).isEqualTo(30));
        assertThat(meters.get("orders.balance.checked").counter().count()).isGreaterThanOrEqualTo(before + 60);
        orders.end();
    }
}
