package io.fulfilment.order.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.order.OrderCommand;
import io.fulfilment.events.order.OrderCommand.CancelOrder;
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
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Following an order that is cancelled, after it was completed for one. */
@ServiceIT
class FollowCancellationIT {

    private static final Executor THREADS = Thread::startVirtualThread;
    private static final SagaId SAGA = new SagaId(UUID.randomUUID());

    @LocalServerPort
    private int port;

    @Autowired
    private PriceList priceList;

    @Autowired
    private DecidingOrders deciding;

    @Autowired
    private MeterRegistry meters;

    @BeforeEach
    void prices() {
        priceList.put(List.of(new PricedProduct(new Sku("LAMP"), "Lamp", Money.of("19.99", "EUR"))));
    }

    @Test
    void waitsForTheEndOfTheCancellation() throws Exception {
        String path = ada().placed();
        var asked = later(() -> ada().cancel(path, "{\"reason\":\"too dear\"}", "Prefer", "wait=30"));
        var stream = ada().open(path + "/stream", "Last-Event-ID", "1").body().iterator();
        readTo(stream, "id: 2");
        var read = later(() -> ada().get(path, "Prefer", "wait=30"));
        decide(new CancelOrder(SAGA, idOf(path)));
        var answer = asked.get(30, TimeUnit.SECONDS);
        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Preference-Applied")).contains("wait=30");
        assertThat(status(answer)).isEqualTo("CANCELLED");
        assertThat(status(read.get(30, TimeUnit.SECONDS))).isEqualTo("CANCELLED");
    }

    @Test
    void streamsFromTheWishToTheEnd() throws Exception {
        String path = completed();
        ada().cancel(path);
        var stream = ada().open(path + "/stream", "Last-Event-ID", "3");
        var lines = stream.body().iterator();
        readTo(lines, "id: 4");
        decide(new CancelOrder(SAGA, idOf(path)));
        readTo(lines, "id: 5");
        assertThat(later(() -> rest(lines)).get(30, TimeUnit.SECONDS))
                .anyMatch(line -> line.contains("\"status\":\"CANCELLED\""));
    }

    @Test
    void doesNotStopWhereAnOrderWasCompletedThatIsCancelledNow() {
        String path = completed();
        ada().cancel(path);
        decide(new CancelOrder(SAGA, idOf(path)));
        assertThat(ids(ada().get(path + "/stream"))).containsExactly("id: 1", "id: 2", "id: 3", "id: 4", "id: 5");
        assertThat(ada().get(path + "/stream", "Last-Event-ID", "5").statusCode())
                .isEqualTo(204);
    }

    @Test
    void countsWhatWasCompletedAndThenCancelledAsBoth() {
        double completed = finished("COMPLETED");
        double cancelled = finished("CANCELLED");
        String path = completed();
        ada().cancel(path);
        assertThat(finished("COMPLETED")).isEqualTo(completed + 1);
        assertThat(finished("CANCELLED")).isEqualTo(cancelled);
        decide(new CancelOrder(SAGA, idOf(path)));
        assertThat(finished("COMPLETED")).isEqualTo(completed + 1);
        assertThat(finished("CANCELLED")).isEqualTo(cancelled + 1);
    }

    private Client ada() {
        return Client.customer(port, "ada");
    }

    private String completed() {
        String path = ada().placed();
        decide(new ConfirmOrder(SAGA, idOf(path)));
        decide(new CompleteOrder(SAGA, idOf(path)));
        return path;
    }

    private void decide(OrderCommand command) {
        deciding.handle(List.of(Commands.received(command)));
    }

    private double finished(String status) {
        return meters.get("orders.finished")
                .tags("status", status, "reason", "NONE")
                .counter()
                .count();
    }

    private static void readTo(Iterator<String> lines, String expected) throws Exception {
        later(() -> Stream.generate(lines::next).anyMatch(expected::equals)).get(30, TimeUnit.SECONDS);
    }

    private static List<String> rest(Iterator<String> lines) {
        return Stream.iterate(lines, Iterator::hasNext, it -> it)
                .map(Iterator::next)
                .toList();
    }

    private static List<String> ids(HttpResponse<String> stream) {
        return stream.body().lines().filter(line -> line.startsWith("id:")).toList();
    }

    private static String status(HttpResponse<String> order) {
        return Client.json(order).get("status").stringValue();
    }

    private static OrderId idOf(String path) {
        return OrderId.of(path.substring("/orders/".length()));
    }

    private static <T> CompletableFuture<T> later(Supplier<T> call) {
        return CompletableFuture.supplyAsync(call, THREADS);
    }
}
