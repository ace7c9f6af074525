package io.fulfilment.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@SystemTest
class IdempotencyIT {

    private final RunningSystem system;
    private final String key = UUID.randomUUID().toString();

    IdempotencyIT(RunningSystem system) {
        this.system = system;
    }

    @Test
    void answersARepeatedOrderByteForByte() {
        String body = OrderRequest.of("SKU-0401", 1).json();

        HttpResponse<String> first = system.as("alice").postOrder(key, body);
        system.as("alice").awaitFinal(Client.json(first, 202).path("orderId").asString());
        HttpResponse<String> second = system.as("alice").postOrder(key, body);

        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        JsonNode orders = system.as("alice").read("order-service", "/orders?sku=SKU-0401");
        assertThat(Observations.items(orders)).hasSize(1);
    }

    @Test
    void refusesAKeyForAnotherOrder() {
        Client.json(
                system.as("alice").postOrder(key, OrderRequest.of("SKU-0402", 1).json()), 202);

        HttpResponse<String> other =
                system.as("alice").postOrder(key, OrderRequest.of("SKU-0402", 2).json());

        assertThat(Client.json(other, 422).path("type").asString()).isEqualTo("/problems/idempotency-key-reused");
    }

    @Test
    void doesNotMixUpTheKeysOfTwoCustomers() {
        String alices = orderId(
                system.as("alice").postOrder(key, OrderRequest.of("SKU-0403", 1).json()));
        String bobs = orderId(
                system.as("bob").postOrder(key, OrderRequest.of("SKU-0403", 2).json()));

        assertThat(alices).isNotEqualTo(bobs);
    }

    private static String orderId(HttpResponse<String> response) {
        return Client.json(response, 202).path("orderId").asString();
    }
}
