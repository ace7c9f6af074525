package io.fulfilment.inventory.application;

import static io.fulfilment.inventory.Commands.dispatch;
import static io.fulfilment.inventory.Commands.line;
import static io.fulfilment.inventory.Commands.newOrder;
import static io.fulfilment.inventory.Commands.release;
import static io.fulfilment.inventory.Commands.reserve;
import static io.fulfilment.inventory.Commands.restock;
import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.inventory.InventoryCommand;
import io.fulfilment.events.inventory.InventoryEvent.StockDispatched;
import io.fulfilment.events.inventory.InventoryEvent.StockReservationExpired;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.events.value.StockLine;
import io.fulfilment.inventory.RecordedOutbox;
import io.fulfilment.inventory.Shelf;
import io.fulfilment.inventory.Slice;
import io.fulfilment.inventory.query.ProductView.StockView;
import io.fulfilment.messaging.Received;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Reservations that expire while others want them, and the same stock. */
@SpringJUnitConfig({Slice.class, Shelf.class})
class ExpiryContentionIT {

    private static final List<Function<OrderId, Received<? extends InventoryCommand>>> ENDS =
            List.of(order -> dispatch(order), order -> release(order), order -> restock(order));

    @Autowired
    private MovingStock moving;

    @Autowired
    private LookForOverdueReservations overdue;

    @Autowired
    private Shelf shelf;

    @Autowired
    private RecordedOutbox outbox;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyReservationExpiresOnceThoughManyLookForIt() throws InterruptedException, ExecutionException {
        Sku cup = shelf.product(1_000);
        var orders = held(500, cup);
        areHeldForTooLong(orders);

        atOnce(IntStream.range(0, 4).mapToObj(_ -> looking()));
        // What one had locked, the others have passed over.
        overdue.look();

        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(1_000, 0, 0));
        assertThat(orders)
                .allSatisfy(
                        order -> assertThat(outbox.about(order)).containsOnlyOnce(new StockReservationExpired(order)));
    }

    @Test
    void addsUpWhateverMeetsTheExpiry() throws InterruptedException, ExecutionException {
        Sku cup = shelf.product(1_000);
        Sku pot = shelf.product(1_000);
        var orders = held(300, cup, pot);
        var expiredBefore = orders.subList(0, 30);
        var endedBefore = orders.subList(270, 300);
        var commands = IntStream.range(0, 30)
                .mapToObj(number -> handling(orders, number, cup, pot))
                .toList();

        areHeldForTooLong(expiredBefore);
        overdue.look();
        assertThat(expiredBefore).allMatch(this::hasExpired);
        atOnce(commands.subList(27, 30).stream());
        areHeldForTooLong(orders);
        atOnce(Stream.concat(
                commands.subList(0, 27).stream(), IntStream.range(0, 4).mapToObj(_ -> looking())));
        overdue.look();

        assertThat(endedBefore).noneMatch(this::hasExpired);
        long shipped = orders.stream()
                .filter(order -> outbox.about(order).contains(new StockDispatched(order)))
                .count();
        assertThat(shipped).isEqualTo(100);
        assertThat(shelf.stockOf(cup)).isEqualTo(new StockView(1_000 - shipped - 30, 30, shipped));
        assertThat(shelf.stockOf(pot)).isEqualTo(new StockView(1_000 - shipped - 30, 30, shipped));
    }

    private boolean hasExpired(OrderId order) {
        return outbox.about(order).contains(new StockReservationExpired(order));
    }

    /** A third of the orders is dispatched, one released, one taken back; and one more order wants the same. */
    private Callable<Void> handling(List<OrderId> orders, int number, Sku cup, Sku pot) {
        List<OrderId> mine = orders.subList(number * 10, number * 10 + 10);
        return () -> {
            var batch = new ArrayList<Received<? extends InventoryCommand>>();
            batch.add(reserve(newOrder(), line(pot, 1), line(cup, 1)));
            mine.forEach(order -> batch.add(ENDS.get(number % ENDS.size()).apply(order)));
            moving.handle(batch);
            return null;
        };
    }

    private Callable<Void> looking() {
        return () -> {
            overdue.look();
            return null;
        };
    }

    private List<OrderId> held(int count, Sku... skus) {
        var orders = Stream.generate(() -> newOrder()).limit(count).toList();
        var lines = Stream.of(skus).map(sku -> line(sku, 1)).toArray(StockLine[]::new);
        moving.handle(orders.stream().map(order -> reserve(order, lines)).toList());
        return orders;
    }

    private void areHeldForTooLong(List<OrderId> orders) {
        jdbc.sql("UPDATE reservation SET changed_at = now() - interval '2 days' WHERE order_id = ANY (?::uuid[])")
                .param(orders.stream().map(OrderId::toString).toArray(String[]::new))
                .update();
    }

    private static void atOnce(Stream<Callable<Void>> tasks) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var result : threads.invokeAll(tasks.toList())) {
                result.get();
            }
        }
    }
}
