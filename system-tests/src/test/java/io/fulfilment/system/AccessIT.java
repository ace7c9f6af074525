package io.fulfilment.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SystemTest
class AccessIT {

    private final RunningSystem system;

    AccessIT(RunningSystem system) {
        this.system = system;
    }

    @ParameterizedTest
    @CsvSource({
        "order-service, /orders",
        "payment-service, /payments",
        "inventory-service, /products",
        "notification-service, /notifications",
        "saga-orchestrator, /sagas",
        "event-store, /events",
        "operations-console, /api/lag"
    })
    void letsNobodyInWithoutAValidToken(String service, String path) {
        for (Client client : new Client[] {system.anonymously(), new Client(system, "eyJhbGciOiJub25lIn0.e30.")}) {
            HttpResponse<String> response = client.get(service, path);

            assertThat(Client.json(response, 401).path("type").asString()).isEqualTo("/problems/unauthenticated");
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
    }

    @ParameterizedTest
    @CsvSource({"saga-orchestrator, /sagas", "event-store, /events", "operations-console, /api/lag"})
    void keepsCustomersFromWhatIsTheOperators(String service, String path) {
        assertThat(Client.json(system.as("alice").get(service, path), 403)
                        .path("type")
                        .asString())
                .isEqualTo("/problems/forbidden");
        assertThat(system.as("olivia").get(service, path).statusCode()).isEqualTo(200);
    }

    @Test
    void hidesSomebodyElsesOrder() {
        String orderId = system.as("alice").place(OrderRequest.of("SKU-0501", 1));

        HttpResponse<String> bobs = system.as("bob").get("order-service", "/orders/" + orderId);

        assertThat(Client.json(bobs, 404).path("type").asString()).isEqualTo("/problems/not-found");
        assertThat(system.as("olivia")
                        .get("order-service", "/orders/" + orderId)
                        .statusCode())
                .isEqualTo(200);
    }
}
