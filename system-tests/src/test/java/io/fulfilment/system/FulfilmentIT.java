package io.fulfilment.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@SystemTest
class FulfilmentIT {

    private final RunningSystem system;
    private final Observations observed;

    FulfilmentIT(RunningSystem system) {
        this.system = system;
        this.observed = new Observations(system);
    }

    @Test
    void completesAnOrder() {
        var before = observed.stock("SKU-0101");
        OrderRequest request = OrderRequest.of("SKU-0101", 2);

        HttpResponse<String> accepted = system.as("alice").postOrder("happy-" + System.nanoTime(), request.json());
        String orderId = Client.json(accepted, 202).path("orderId").asString();
        JsonNode order = system.as("alice").awaitFinal(orderId);

        assertThat(accepted.headers().firstValue("Location").orElseThrow()).endsWith("/orders/" + orderId);
        assertThat(order.path("status").asString()).isEqualTo("COMPLETED");
        assertThat(order.path("customerId").asString()).isEqualTo("alice");
        assertThat(observed.sagaOf(orderId)).isEqualTo("COMPLETED");
        assertThat(observed.ledger(orderId)).containsExactly("AUTHORIZE SUCCEEDED", "CAPTURE SUCCEEDED");
        assertThat(observed.stock("SKU-0101"))
                .isEqualTo(new Observations.Stock(before.available() - 2, 0, before.shipped() + 2));
        assertThat(observed.mails(orderId, request.email())).hasSize(1);
    }

    @Test
    void undoesEverythingWhenPaymentIsDeclined() {
        var before = observed.stock("SKU-0102");
        OrderRequest request = OrderRequest.of("SKU-0102", 3).paidWith("tok_declined");

        String orderId = system.as("alice").place(request);
        JsonNode order = system.as("alice").awaitFinal(orderId);

        assertThat(order.path("status").asString()).isEqualTo("REJECTED");
        assertThat(order.path("reason").asString()).isEqualTo("PAYMENT_DECLINED");
        assertThat(observed.sagaOf(orderId)).isEqualTo("COMPENSATED");
        assertThat(observed.ledger(orderId)).containsExactly("AUTHORIZE DECLINED");
        assertThat(observed.stock("SKU-0102")).isEqualTo(before);
        assertThat(observed.mails(orderId, request.email())).hasSize(1);
    }

    @Test
    void rejectsWhatIsOutOfStockBeforeItTouchesTheCard() {
        var before = observed.stock("SKU-RARE");
        OrderRequest request = OrderRequest.of("SKU-RARE", 11);

        String orderId = system.as("bob").place(request);
        JsonNode order = system.as("bob").awaitFinal(orderId);

        assertThat(order.path("status").asString()).isEqualTo("REJECTED");
        assertThat(order.path("reason").asString()).isEqualTo("OUT_OF_STOCK");
        assertThat(observed.sagaOf(orderId)).isEqualTo("COMPENSATED");
        assertThat(observed.ledger(orderId)).isEmpty();
        assertThat(observed.stock("SKU-RARE")).isEqualTo(before);
        assertThat(observed.mails(orderId, request.email())).hasSize(1);
    }

    @Test
    void chargesOnceThoughTheGatewayFailsAtFirst() {
        String orderId = system.as("alice").place(OrderRequest.of("SKU-0103", 1).paidWith("tok_flaky"));

        assertThat(system.as("alice").awaitFinal(orderId).path("status").asString())
                .isEqualTo("COMPLETED");
        assertThat(observed.ledger(orderId)).containsExactly("AUTHORIZE SUCCEEDED", "CAPTURE SUCCEEDED");
    }

    @Test
    void showsEachContextsViewOfAnOrder() {
        String orderId = system.as("alice").place(OrderRequest.of("SKU-0104", 1));
        system.as("alice").awaitFinal(orderId);
        observed.sagaOf(orderId);

        JsonNode payments = system.as("alice").read("payment-service", "/payments?orderId=" + orderId);
        JsonNode notifications = system.as("alice").read("notification-service", "/notifications?orderId=" + orderId);
        JsonNode mine = system.as("alice").read("order-service", "/orders?sku=SKU-0104");

        assertThat(Observations.items(payments)).hasSize(1);
        assertThat(Observations.items(notifications)).hasSize(1);
        assertThat(Observations.items(mine))
                .extracting(order -> order.path("orderId").asString())
                .contains(orderId);
    }
}
