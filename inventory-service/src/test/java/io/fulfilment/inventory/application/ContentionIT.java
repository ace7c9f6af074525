package io.fulfilment.inventory.application;

import static io.fulfilment.inventory.Commands.dispatch;
import static io.fulfilment.inventory.Commands.line;
import static io.fulfilment.inventory.Commands.newOrder;
import static io.fulfilment.inventory.Commands.release;
import static io.fulfilment.inventory.Commands.reserve;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.inventory.InventoryCommand.ReserveStock;
import io.fulfilment.events.inventory.InventoryReply.ReserveStockSucceeded;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.RecordedOutbox;
import io.fulfilment.inventory.Shelf;
import io.fulfilment.inventory.Slice;
import io.fulfilment.inventory.query.ProductView.StockView;
import io.fulfilment.messaging.Received;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

@SpringJUnitConfig({Slice.class, Shelf.class})
class ContentionIT {

    private static final int BATCH = 10;

    @Autowired
    private MovingStock moving;

    @Autowired
    private Shelf shelf;

    @Autowired
    private RecordedOutbox outbox;

    @Test
    void sellsTenPiecesToTenOfFiveHundredBuyers() throws InterruptedException, ExecutionException {
        Sku rare = shelf.product(10);
        var orders = orders(500);
        atOnce(batches(orders, order -> reserve(order, line(rare, 1))));
        assertThat(shelf.stockOf(rare)).isEqualTo(new StockView(0, 10, 0));
        assertThat(orders.stream().filter(this::isReserved)).hasSize(10);
    }

    @Test
    void neitherDeadlocksNorLosesPiecesWhateverTheOrderOfTheLines() throws InterruptedException, ExecutionException {
        Sku cup = shelf.product(300);
        Sku pot = shelf.product(300);
        var orders = orders(400);
        atOnce(batches(
                orders,
                order -> order.value().hashCode() % 2 == 0
                        ? reserve(order, line(cup, 1), line(pot, 1))
                        : reserve(order, line(pot, 1), line(cup, 1))));
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(0, 300, 0));
        assertThat(shelf.stockOf(pot)).isEqualTo(new StockView(0, 300, 0));
    }

    @Test
    void addsUpWhenReservationsAndReleasesMeet() throws InterruptedException, ExecutionException {
        Sku cup = shelf.product(200);
        var leaving = orders(100);
        moving.handle(
                leaving.stream().map(order -> reserve(order, line(cup, 1))).toList());
        var releases = chunks(leaving).<Callable<Void>>map(chunk -> () -> {
            moving.handle(chunk.stream().map(order -> release(order)).toList());
            return null;
        });
        atOnce(Stream.concat(releases, batches(orders(100), order -> reserve(order, line(cup, 1)))));
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(100, 100, 0));
    }

    @Test
    void mixedBatchesTakeTheirLocksInOneOrder() throws InterruptedException, ExecutionException {
        Sku cup = shelf.product(1_000);
        Sku pot = shelf.product(1_000);
        var holding = orders(200);
        moving.handle(holding.stream()
                .map(order -> reserve(order, line(first(order, cup, pot), 1)))
                .toList());
        // Each batch wants both products: one of them to dispatch it, the other to reserve it.
        atOnce(holding.stream().<Callable<Void>>map(order -> () -> {
            moving.handle(List.of(reserve(newOrder(), line(first(order, pot, cup), 1)), dispatch(order)));
            return null;
        }));
        assertThat(shelf.stockOf(cup).shipped() + shelf.stockOf(pot).shipped()).isEqualTo(200);
        assertThat(shelf.stockOf(cup).reserved() + shelf.stockOf(pot).reserved())
                .isEqualTo(200);
    }

    private static Sku first(OrderId order, Sku even, Sku odd) {
        return order.value().hashCode() % 2 == 0 ? even : odd;
    }

    private Stream<Callable<Void>> batches(List<OrderId> orders, Function<OrderId, Received<ReserveStock>> command) {
        return chunks(orders).map(chunk -> () -> {
            moving.handle(chunk.stream().map(command).toList());
            return null;
        });
    }

    private static Stream<List<OrderId>> chunks(List<OrderId> orders) {
        return IntStream.range(0, orders.size() / BATCH)
                .mapToObj(number -> orders.subList(number * BATCH, (number + 1) * BATCH));
    }

    private static void atOnce(Stream<Callable<Void>> tasks) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : threads.invokeAll(tasks.toList())) {
                result.get();
            }
        }
    }

    private static List<OrderId> orders(int count) {
        return Stream.generate(() -> newOrder()).limit(count).toList();
    }

    private boolean isReserved(OrderId order) {
        return outbox.about(order).stream().anyMatch(ReserveStockSucceeded.class::isInstance);
    }
}
