package io.fulfilment.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SystemTest
class CancellationIT {

    private final RunningSystem system;
    private final Observations observed;

    CancellationIT(RunningSystem system) {
        this.system = system;
        this.observed = new Observations(system);
    }

    @Test
    void givesBackWhatWasFulfilled() {
        var before = observed.stock("SKU-0111");
        OrderRequest request = OrderRequest.of("SKU-0111", 2);
        String orderId = completed(request);

        assertThat(cancel(orderId, "alice").statusCode()).isEqualTo(202);

        assertThat(end(orderId)).isEqualTo("CANCELLED");
        assertThat(observed.endsOfSagas(orderId, 2))
                .isEqualTo(Map.of("order-fulfilment", "COMPLETED", "order-cancellation", "COMPLETED"));
        assertThat(observed.ledger(orderId))
                .containsExactly("AUTHORIZE SUCCEEDED", "CAPTURE SUCCEEDED", "REFUND SUCCEEDED");
        assertThat(observed.stock("SKU-0111")).isEqualTo(before);
        assertThat(observed.mails(orderId, request.email()))
                .containsOnlyOnce("Your order " + orderId + " is cancelled");
    }

    @Test
    void undoesWhatWasDoneBeforeTheOrderIsConfirmed() {
        var before = observed.stock("SKU-0112");
        OrderRequest request = OrderRequest.of("SKU-0112", 3).paidWith("tok_slow");
        String orderId = system.as("alice").place(request);

        assertThat(cancel(orderId, "alice").statusCode()).isEqualTo(202);

        hasBeenUndone(orderId, request);
        assertThat(observed.ledger(orderId)).isIn(List.of(), List.of("AUTHORIZE SUCCEEDED", "VOID SUCCEEDED"));
        assertThat(observed.stock("SKU-0112")).isEqualTo(before);
    }

    @Test
    void givesBackWhatTheCardGatewayGrantsMeanwhile() {
        var before = observed.stock("SKU-0115");
        OrderRequest request = OrderRequest.of("SKU-0115", 3).paidWith("tok_slow");
        String orderId = system.as("alice").place(request);
        observed.awaitPayment(orderId);

        assertThat(cancel(orderId, "alice").statusCode()).isEqualTo(202);

        hasBeenUndone(orderId, request);
        assertThat(observed.ledger(orderId)).containsExactly("AUTHORIZE SUCCEEDED", "VOID SUCCEEDED");
        assertThat(observed.stock("SKU-0115")).isEqualTo(before);
    }

    @Test
    void isRefusedOnceItIsDoneAndToEverybodyElse() {
        String orderId = completed(OrderRequest.of("SKU-0113", 1));

        assertThat(cancel(orderId, "bob").statusCode()).isEqualTo(404);
        assertThat(cancel(orderId, "alice").statusCode()).isEqualTo(202);
        assertThat(end(orderId)).isEqualTo("CANCELLED");
        assertThat(cancel(orderId, "alice").statusCode()).isEqualTo(409);
    }

    @Test
    void waitsForAnOperatorWhereTheMoneyIsNotGivenBack() {
        var before = observed.stock("SKU-0114");
        String orderId = completed(OrderRequest.of("SKU-0114", 1).paidWith("tok_no_refund"));

        assertThat(cancel(orderId, "alice").statusCode()).isEqualTo(202);

        assertThat(observed.endsOfSagas(orderId, 2))
                .isEqualTo(Map.of("order-fulfilment", "COMPLETED", "order-cancellation", "PARKED"));
        assertThat(observed.parkedSteps(orderId)).containsExactly("refund-payment");
        assertThat(system.as("alice")
                        .read("order-service", "/orders/" + orderId)
                        .path("status")
                        .asString())
                .isEqualTo("CANCELLING");
        assertThat(observed.ledger(orderId))
                .containsExactly("AUTHORIZE SUCCEEDED", "CAPTURE SUCCEEDED", "REFUND DECLINED");
        assertThat(observed.stock("SKU-0114")).isEqualTo(before);
    }

    private void hasBeenUndone(String orderId, OrderRequest request) {
        assertThat(end(orderId)).isEqualTo("CANCELLED");
        assertThat(observed.endsOfSagas(orderId, 2))
                .isEqualTo(Map.of("order-fulfilment", "COMPENSATED", "order-cancellation", "COMPLETED"));
        assertThat(observed.mails(orderId, request.email())).containsExactly("Your order " + orderId + " is cancelled");
    }

    private String completed(OrderRequest request) {
        String orderId = system.as("alice").place(request);
        assertThat(end(orderId)).isEqualTo("COMPLETED");
        return orderId;
    }

    private HttpResponse<String> cancel(String orderId, String user) {
        return system.as(user)
                .post("order-service", "/orders/" + orderId + "/cancellation", "{\"reason\":\"found it cheaper\"}");
    }

    private String end(String orderId) {
        return system.as("alice").awaitFinal(orderId).path("status").asString();
    }
}
