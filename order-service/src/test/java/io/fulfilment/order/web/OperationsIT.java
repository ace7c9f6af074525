package io.fulfilment.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.Sku;
import io.fulfilment.order.domain.PriceList;
import io.fulfilment.order.domain.PricedProduct;
import io.fulfilment.testing.ServiceIT;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceIT
class OperationsIT {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private PriceList priceList;

    @Test
    void countsWhatItTakes() {
        priceList.put(List.of(new PricedProduct(new Sku("LAMP"), "Lamp", Money.of("19.99", "EUR"))));
        double before = metric("orders_placed_total");
        Client.customer(port, "ada").placed();
        assertThat(metric("orders_placed_total")).isEqualTo(before + 1);
        assertThat(metric("price_list_products")).isEqualTo(priceList.size());
    }

    @Test
    void tellsWhetherOrdersAreInBalance() {
        assertThat(Client.operator(managementPort).get("/actuator/prometheus").body())
                .contains("\norders_out_of_balance", "\norders_balance_lag_seconds", "\norders_balance_checked_total");
    }

    @Test
    void documentsItsPaths() {
        var documentation = Client.json(Client.operator(port).get("/v3/api-docs"));
        assertThat(documentation.get("openapi").stringValue()).startsWith("3.1");
        assertThat(documentation.get("paths").propertyNames())
                .filteredOn(path -> !path.startsWith("/dead-letters"))
                .containsExactlyInAnyOrder(
                        "/orders", "/orders/{orderId}", "/orders/{orderId}/cancellation", "/orders/{orderId}/stream");
        assertThat(documentation
                        .at(
                                "/paths/~1orders~1{orderId}~1cancellation/post/responses/409/content/application~1problem+json")
                        .toString())
                .contains("#/components/schemas/Problem", "/problems/order-not-cancellable");
        assertThat(documentation.get("paths").propertyNames()).contains("/dead-letters", "/dead-letters/redrives");
    }

    private double metric(String name) {
        return Client.operator(managementPort)
                .get("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.matches(name + "(\\{[^}]*})? .*"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
