package io.fulfilment.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.order.OrderCommand.CompleteOrder;
import io.fulfilment.events.order.OrderCommand.ConfirmOrder;
import io.fulfilment.events.value.Money;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.SagaId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.order.Commands;
import io.fulfilment.order.application.DecidingOrders;
import io.fulfilment.order.domain.PriceList;
import io.fulfilment.order.domain.PricedProduct;
import io.fulfilment.testing.ServiceIT;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceIT
class FollowOrderIT {

    private static final Executor THREADS = Thread::startVirtualThread;

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private PriceList priceList;

    @Autowired
    private DecidingOrders deciding;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void prices() {
        priceList.put(List.of(new PricedProduct(new Sku("LAMP"), "Lamp", Money.of("19.99", "EUR"))));
    }

    @Test
    void answersAsSoonAsTheOrderIsFinal() throws Exception {
        String path = ada().placed();
        var answer = later(() -> ada().get(path, "Prefer", "wait=30"));
        confirm(path);
        complete(path);
        var order = answer.get();
        assertThat(Client.json(order).get("status").stringValue()).isEqualTo("COMPLETED");
        assertThat(order.headers().firstValue("Preference-Applied")).contains("wait=30");
    }

    @Test
    void countsWhatIsFinished() {
        String path = ada().placed();
        confirm(path);
        complete(path);
        assertThat(Client.operator(managementPort)
                        .get("/actuator/prometheus")
                        .body()
                        .lines())
                .anySatisfy(line -> assertThat(line)
                        .matches("orders_finished_total\\{reason=\"NONE\",status=\"COMPLETED\"} [1-9][0-9.]*"));
    }

    @Test
    void answersWithWhatThereIsWhenThePatienceEnds() {
        String path = ada().placed();
        long start = System.nanoTime();
        var order = ada().get(path, "Prefer", "wait=1");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(Client.json(order).get("status").stringValue()).isEqualTo("PENDING");
    }

    @Test
    void noticesWhatAnotherReplicaCommits() throws Exception {
        String path = ada().placed();
        var answer = later(() -> ada().get(path, "Prefer", "wait=30"));
        jdbc.sql("UPDATE order_view SET status = 'REJECTED', reason = 'OPERATOR', version = 2 WHERE order_id = ?")
                .param(idOf(path).value())
                .update();
        assertThat(Client.json(answer.get()).get("status").stringValue()).isEqualTo("REJECTED");
    }

    @Test
    void streamsEveryChangeOfTheStatus() throws Exception {
        String path = ada().placed();
        var stream = later(() -> ada().get(path + "/stream"));
        confirm(path);
        complete(path);
        var answer = stream.get();
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream;charset=UTF-8");
        assertThat(answer.body().lines().filter(line -> line.startsWith("id:")))
                .containsExactly("id: 1", "id: 2", "id: 3");
        assertThat(answer.body())
                .contains("event: status\ndata: {\"status\":\"CONFIRMED\",\"reason\":null,\"version\":2,");
    }

    @Test
    void resumesAStreamWhereItWasLeft() {
        String path = ada().placed();
        confirm(path);
        complete(path);
        var rest = ada().get(path + "/stream", "Last-Event-ID", "2");
        assertThat(rest.body().lines().filter(line -> line.startsWith("id:"))).containsExactly("id: 3");
        assertThat(ada().get(path + "/stream", "Last-Event-ID", "3").statusCode())
                .isEqualTo(204);
        assertThat(ada().get(path + "/stream", "Last-Event-ID", "x' OR 1=1").body())
                .contains("id: 1");
    }

    @Test
    void endsAStreamThatClaimsToKnowTheFuture() throws Exception {
        String path = ada().placed();
        var stream = ada().open(path + "/stream", "Last-Event-ID", "999");
        confirm(path);
        complete(path);
        var lines = later(() -> stream.body().toList());
        assertThat(lines.get(30, TimeUnit.SECONDS)).contains("id: 2", "id: 3").doesNotContain("id: 1");
        assertThat(ada().get(path + "/stream", "Last-Event-ID", "999").statusCode())
                .isEqualTo(204);
    }

    @Test
    void tellsOnlyTheHeadersOfAStreamToWhoAsksForNoMore() {
        var answer = ada().head(ada().placed() + "/stream");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream;charset=UTF-8");
    }

    private Client ada() {
        return Client.customer(port, "ada");
    }

    private void confirm(String path) {
        deciding.handle(List.of(Commands.received(new ConfirmOrder(new SagaId(UUID.randomUUID()), idOf(path)))));
    }

    private void complete(String path) {
        deciding.handle(List.of(Commands.received(new CompleteOrder(new SagaId(UUID.randomUUID()), idOf(path)))));
    }

    private static OrderId idOf(String path) {
        return OrderId.of(path.substring("/orders/".length()));
    }

    private static <T> CompletableFuture<T> later(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, THREADS);
    }
}
