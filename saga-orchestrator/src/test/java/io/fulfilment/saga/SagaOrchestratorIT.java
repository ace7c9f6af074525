package io.fulfilment.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fulfilment.events.Topic;
import io.fulfilment.messaging.MessageHandlers;
import io.fulfilment.messaging.MessageHandlers.Handler;
import io.fulfilment.saga.application.Waits;
import io.fulfilment.saga.fulfilment.Example;
import io.fulfilment.testing.ServiceIT;
import io.fulfilment.testing.TopicReader;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** Closes its context, for a running orchestrator would take part in the other tests on its database. */
@ServiceIT
@DirtiesContext
class SagaOrchestratorIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final UUID order = UUID.randomUUID();
    private final CloudEvents events = new CloudEvents();
    private final ScriptedParticipants participants = new ScriptedParticipants(order, events);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MeterRegistry meters;

    @LocalManagementPort
    int managementPort;

    @AfterEach
    void close() {
        participants.close();
        events.close();
    }

    /** A batch of replies costs as many statements as one reply, however mixed it is. */
    @Test
    void handlesRepliesOfAllTypesTogether(@Autowired MessageHandlers handlers) {
        assertThat(handlers.byType()).hasSizeGreaterThan(10);
        assertThat(handlers.byType().values().stream().map(Handler::action).distinct())
                .as("of orders placed, of all else")
                .hasSize(2);
    }

    @Test
    void takesAnOrderThroughAllServices() throws IOException, InterruptedException {
        place();
        awaitStatus("COMPLETED");
        assertThat(participants.play())
                .startsWith("ReserveStock", "AuthorizePayment", "ConfirmOrder", "CapturePayment", "DispatchStock")
                .hasSize(7)
                .contains("CompleteOrder", "NotifyCustomer");
        awaitSagaEvents("io.fulfilment.saga.SagaStarted.v1", "io.fulfilment.saga.SagaCompleted.v1");
        var completed = meters.get("saga.instances")
                .tags("type", "order-fulfilment", "status", "COMPLETED")
                .gauge();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(completed.value()).isPositive());
        assertThat(metrics())
                .anySatisfy(line -> assertThat(line)
                        .matches("saga_instances\\{status=\"COMPLETED\",type=\"order-fulfilment\"} [0-9.]+"))
                .anySatisfy(
                        line -> assertThat(line)
                                .matches(
                                        "saga_duration_seconds_count\\{status=\"COMPLETED\",type=\"order-fulfilment\"} [1-9][0-9.]*"));
    }

    @Test
    void undoesAnOrderThatIsNotPaid() {
        participants.refuses("AuthorizePayment", "card declined");
        place();
        awaitStatus("COMPENSATED");
        assertThat(participants.play())
                .containsExactly("ReserveStock", "AuthorizePayment", "ReleaseStock", "RejectOrder", "NotifyCustomer");
        awaitSagaEvents(
                "io.fulfilment.saga.SagaStarted.v1",
                "io.fulfilment.saga.SagaCompensationStarted.v1",
                "io.fulfilment.saga.SagaCompensated.v1");
    }

    @Test
    void asksAgainWhenNobodyAnswers() {
        participants.ignores("ReserveStock");
        place();
        await().atMost(PATIENCE).until(() -> participants.play().size() == 1);
        letTimePass();
        awaitStatus("COMPLETED");
        assertThat(participants.play()).startsWith("ReserveStock", "ReserveStock", "AuthorizePayment");
    }

    @Test
    void oneSagaThatCannotBeReadDoesNotKeepTheOthersWaiting() {
        participants.ignores("ReserveStock");
        place();
        await().atMost(PATIENCE).until(() -> participants.play().size() == 1);
        var broken = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO saga_instance (saga_id, type, definition_version, order_id, correlation_id, status, step, data,
                  state, version, deadline, wake_at)
                VALUES (?, 'order-fulfilment', 99, ?, ?, 'RUNNING', 'reserve-stock', '{}', '{}', 1,
                  now() - interval '1 hour', now() - interval '1 hour')
                """).params(broken, broken, broken).update();
        letTimePass();
        awaitStatus("COMPLETED");
        assertThat(jdbc.sql("DELETE FROM saga_instance WHERE saga_id = ? AND wake_at > now()")
                        .param(broken)
                        .update())
                .as("it is postponed")
                .isEqualTo(1);
    }

    private List<String> metrics() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/actuator/prometheus"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).body().lines().toList();
        }
    }

    private void place() {
        events.send(
                Topic.ORDER_EVENTS.topicName(),
                "io.fulfilment.order.OrderPlaced.v1",
                order,
                null,
                Example.order(order));
    }

    private void awaitStatus(String status) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            participants.play();
            assertThat(jdbc.sql("SELECT status FROM saga_instance WHERE order_id = ?")
                            .param(order)
                            .query(String.class)
                            .list())
                    .isEqualTo(List.of(status));
        });
    }

    private void letTimePass() {
        Waits.end(jdbc, order);
    }

    private void awaitSagaEvents(String... types) {
        try (var reader = TopicReader.of(Topic.SAGA_EVENTS.topicName())) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(reader.records(order.toString()))
                            .extracting(event -> CloudEvents.header(event, "ce_type"))
                            .containsExactly(types));
        }
    }
}
