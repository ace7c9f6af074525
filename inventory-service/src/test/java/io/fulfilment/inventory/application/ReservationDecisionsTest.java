package io.fulfilment.inventory.application;

import static io.fulfilment.inventory.Commands.line;
import static io.fulfilment.inventory.Commands.newOrder;
import static io.fulfilment.inventory.Commands.sagaOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.fulfilment.events.inventory.InventoryCommand;
import io.fulfilment.events.inventory.InventoryCommand.DispatchStock;
import io.fulfilment.events.inventory.InventoryCommand.ReleaseStock;
import io.fulfilment.events.inventory.InventoryCommand.ReserveStock;
import io.fulfilment.events.inventory.InventoryCommand.Restock;
import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.Sku;
import io.fulfilment.inventory.domain.Pieces;
import io.fulfilment.inventory.domain.Reservation;
import io.fulfilment.inventory.domain.Reservation.Dispatched;
import io.fulfilment.inventory.domain.Reservation.Expired;
import io.fulfilment.inventory.domain.Reservation.Held;
import io.fulfilment.inventory.domain.Reservation.Refused;
import io.fulfilment.inventory.domain.Reservation.Released;
import io.fulfilment.inventory.domain.Reservation.Restocked;
import io.fulfilment.inventory.domain.StockChange;
import io.fulfilment.inventory.domain.StockLevel;
import io.fulfilment.inventory.domain.StockLevels;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each command makes of each reservation of 3 cups, where 5 more are available, 10 reserved and 10 shipped. */
class ReservationDecisionsTest {

    private static final Sku CUP = new Sku("CUP");
    private static final OrderId ORDER = newOrder();
    private static final Pieces PIECES = Pieces.of(List.of(line(CUP, 3)));
    private static final String SAME = "-";

    @ParameterizedTest(name = "{1} of {0}: {2}, {3}, {4}, {5}")
    @CsvSource(textBlock = """
            none,       ReserveStock,  Held,       StockReserved,   ReserveStockSucceeded,  -3 +3 0
            Held,       ReserveStock,  -,          -,               ReserveStockSucceeded,  0 0 0
            Refused,    ReserveStock,  -,          -,               ReserveStockRefused,    0 0 0
            Released,   ReserveStock,  -,          -,               ReserveStockRefused,    0 0 0
            Expired,    ReserveStock,  -,          -,               ReserveStockSucceeded,  0 0 0
            Dispatched, ReserveStock,  -,          -,               ReserveStockSucceeded,  0 0 0
            Restocked,  ReserveStock,  -,          -,               ReserveStockSucceeded,  0 0 0
            none,       ReleaseStock,  Released,   -,               ReleaseStockSucceeded,  0 0 0
            Held,       ReleaseStock,  Released,   StockReleased,   ReleaseStockSucceeded,  +3 -3 0
            Refused,    ReleaseStock,  -,          -,               ReleaseStockSucceeded,  0 0 0
            Released,   ReleaseStock,  -,          -,               ReleaseStockSucceeded,  0 0 0
            Expired,    ReleaseStock,  Released,   -,               ReleaseStockSucceeded,  0 0 0
            none,       DispatchStock, -,          -,               DispatchStockRefused,   0 0 0
            Held,       DispatchStock, Dispatched, StockDispatched, DispatchStockSucceeded, 0 -3 +3
            Refused,    DispatchStock, -,          -,               DispatchStockRefused,   0 0 0
            Released,   DispatchStock, -,          -,               DispatchStockRefused,   0 0 0
            Expired,    DispatchStock, Dispatched, StockDispatched, DispatchStockSucceeded, -3 0 +3
            Dispatched, DispatchStock, -,          -,               DispatchStockSucceeded, 0 0 0
            Restocked,  DispatchStock, -,          -,               DispatchStockSucceeded, 0 0 0
            none,       Restock,       Released,   -,               RestockSucceeded,       0 0 0
            Held,       Restock,       Released,   StockReleased,   RestockSucceeded,       +3 -3 0
            Refused,    Restock,       -,          -,               RestockSucceeded,       0 0 0
            Released,   Restock,       -,          -,               RestockSucceeded,       0 0 0
            Expired,    Restock,       Released,   -,               RestockSucceeded,       0 0 0
            Dispatched, Restock,       Restocked,  StockRestocked,  RestockSucceeded,       +3 0 -3
            Restocked,  Restock,       -,          -,               RestockSucceeded,       0 0 0
            """)
    void whereThereIsEnough(String found, String command, String next, String fact, String reply, String change) {
        var levels = new StockLevels(Map.of(CUP, new StockLevel(5, 10, 10)));

        Verdict verdict = decide(command, found, levels);

        assertThat(name(verdict.next())).isEqualTo(next);
        assertThat(name(verdict.fact())).isEqualTo(fact);
        assertThat(name(verdict.reply())).isEqualTo(reply);
        assertThat(levels.changes().getOrDefault(CUP, new StockChange(0, 0, 0))).isEqualTo(change(change));
    }

    @ParameterizedTest(name = "{1} of {0}: {2}, {3}, {4}")
    @CsvSource(textBlock = """
            none,    ReserveStock,  Refused, StockReservationRefused, ReserveStockRefused
            Expired, DispatchStock, -,       -,                       DispatchStockRefused
            """)
    void whereThereIsTooLittle(String found, String command, String next, String fact, String reply) {
        var levels = new StockLevels(Map.of(CUP, new StockLevel(2, 10, 10)));

        Verdict verdict = decide(command, found, levels);

        assertThat(name(verdict.next())).isEqualTo(next);
        assertThat(name(verdict.fact())).isEqualTo(fact);
        assertThat(name(verdict.reply())).isEqualTo(reply);
        assertThat(verdict.reply().toString()).contains("not enough of CUP");
        assertThat(levels.changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Dispatched", "Restocked"})
    void nothingIsReleasedThatHasLeftTheHouse(String found) {
        var levels = new StockLevels(Map.of());

        assertThatIllegalStateException().isThrownBy(() -> decide("ReleaseStock", found, levels));
    }

    private static Verdict decide(String command, String found, StockLevels levels) {
        return MovingStock.decide(command(command), reservation(found), levels);
    }

    private static InventoryCommand command(String name) {
        return switch (name) {
            case "ReserveStock" -> new ReserveStock(sagaOf(ORDER), ORDER, List.of(line(CUP, 3)));
            case "ReleaseStock" -> new ReleaseStock(sagaOf(ORDER), ORDER);
            case "DispatchStock" -> new DispatchStock(sagaOf(ORDER), ORDER);
            case "Restock" -> new Restock(sagaOf(ORDER), ORDER);
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    private static @Nullable Reservation reservation(String name) {
        return switch (name) {
            case "none" -> null;
            case "Held" -> new Held(ORDER, PIECES);
            case "Refused" -> new Refused(ORDER, List.of(CUP));
            case "Released" -> new Released(ORDER);
            case "Expired" -> new Expired(ORDER, PIECES);
            case "Dispatched" -> new Dispatched(ORDER, PIECES);
            case "Restocked" -> new Restocked(ORDER);
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    private static String name(@Nullable Object made) {
        return made == null ? SAME : made.getClass().getSimpleName();
    }

    private static StockChange change(String numbers) {
        String[] each = numbers.split(" ");
        return new StockChange(Long.parseLong(each[0]), Long.parseLong(each[1]), Long.parseLong(each[2]));
    }
}
