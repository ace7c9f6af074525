package io.fulfilment.system;

import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the system shows of an order in places other than the order itself. */
record Observations(RunningSystem system) {

    private static final Set<String> UNDER_WAY = Set.of("RUNNING", "COMPENSATING");

    record Stock(long available, long reserved, long shipped) {}

    Stock stock(String sku) {
        JsonNode stock =
                system.as("alice").read("inventory-service", "/products/" + sku).path("stock");
        return new Stock(
                stock.path("available").asLong(),
                stock.path("reserved").asLong(),
                stock.path("shipped").asLong());
    }

    /** The gateway's operations on an order, as in {@code CAPTURE SUCCEEDED}. */
    List<String> ledger(String orderId) {
        return items(system.anonymously().read("card-gateway", "/ledger?orderId=" + orderId)).stream()
                .map(item -> item.path("operation").asString() + " "
                        + item.path("status").asString())
                .toList();
    }

    /** The subjects of the mails to an address, once no notification about the order is on its way any more. */
    List<String> mails(String orderId, String to) {
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> notifications(orderId),
                        statuses -> !statuses.isEmpty()
                                && statuses.stream().noneMatch(Set.of("PENDING", "SENDING")::contains));
        return subjects(to);
    }

    private List<String> notifications(String orderId) {
        return items(system.as("olivia").read("notification-service", "/notifications?orderId=" + orderId)).stream()
                .map(notification -> notification.path("status").asString())
                .toList();
    }

    /** The status of the order's fulfilment saga, once it is neither running nor compensating. */
    String sagaOf(String orderId) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> sagaStatus(orderId), status -> !UNDER_WAY.contains(status));
    }

    /** The status of each of the order's sagas by its type, once there are so many and none is running or compensating. */
    Map<String, String> endsOfSagas(String orderId, int count) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> items(sagasAbout(orderId)).stream()
                                .collect(toMap(
                                        saga -> saga.path("type").asString(),
                                        saga -> saga.path("status").asString())),
                        sagas ->
                                sagas.size() == count && sagas.values().stream().noneMatch(UNDER_WAY::contains));
    }

    /** The steps of the order's sagas that wait for an operator. */
    List<String> parkedSteps(String orderId) {
        return items(sagasAbout(orderId)).stream()
                .map(saga -> system.as("olivia")
                        .read(
                                "saga-orchestrator",
                                "/sagas/" + saga.path("sagaId").asString()))
                .flatMap(saga -> saga.path("steps").valueStream())
                .filter(step -> step.path("status").asString().equals("PARKED"))
                .map(step -> step.path("name").asString())
                .toList();
    }

    /** Returns as soon as the order's payment was asked for. */
    void awaitPayment(String orderId) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !items(system.as("alice").read("payment-service", "/payments?orderId=" + orderId))
                        .isEmpty());
    }

    /** Returns as soon as the order's fulfilment saga is seen to be under way. */
    void awaitSagaUnderWay(String orderId) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> sagas(orderId), sagas -> sagas.contains("RUNNING"));
    }

    private String sagaStatus(String orderId) {
        return sagas(orderId).stream().findFirst().orElse("RUNNING");
    }

    private List<String> sagas(String orderId) {
        return items(sagasAbout(orderId)).stream()
                .map(saga -> saga.path("status").asString())
                .toList();
    }

    private JsonNode sagasAbout(String orderId) {
        return system.as("olivia").read("saga-orchestrator", "/sagas?orderId=" + orderId);
    }

    private List<String> subjects(String to) {
        return items(system.anonymously().read("mail-inbox", "/messages?to=" + to)).stream()
                .map(mail -> mail.path("subject").asString())
                .toList();
    }

    static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.path("items").spliterator(), false).toList();
    }
}
