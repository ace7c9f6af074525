package io.fulfilment.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.events.value.Quantity;
import io.fulfilment.events.value.Sku;
import io.fulfilment.events.value.StockLine;
import io.fulfilment.inventory.domain.Reservation.Dispatched;
import io.fulfilment.inventory.domain.Reservation.Expired;
import io.fulfilment.inventory.domain.Reservation.Held;
import io.fulfilment.inventory.domain.Reservation.Refused;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StockLevelsTest {

    private static final Sku CUP = new Sku("CUP");
    private static final Sku POT = new Sku("POT");
    private static final Sku UNKNOWN = new Sku("UNKNOWN");

    private final StockLevels levels =
            new StockLevels(Map.of(CUP, new StockLevel(5, 0, 0), POT, new StockLevel(1, 2, 3)));

    @Test
    void reservesAllLines() {
        assertThat(levels.reserve(order(), pieces(line(CUP, 2), line(POT, 1)))).isInstanceOf(Held.class);
        assertThat(levels.changes())
                .containsExactly(Map.entry(CUP, new StockChange(-2, 2, 0)), Map.entry(POT, new StockChange(-1, 1, 0)));
    }

    @Test
    void reservesNothingWhenOneProductIsShort() {
        var orderId = order();
        assertThat(levels.reserve(orderId, pieces(line(CUP, 2), line(POT, 2))))
                .isEqualTo(new Refused(orderId, List.of(POT)));
        assertThat(levels.changes()).isEmpty();
    }

    @Test
    void namesEveryProductThatIsShort() {
        var orderId = order();
        assertThat(levels.reserve(orderId, pieces(line(UNKNOWN, 1), line(POT, 2), line(CUP, 6))))
                .isEqualTo(new Refused(orderId, List.of(CUP, POT, UNKNOWN)));
    }

    @Test
    void sumsLinesOfTheSameProduct() {
        assertThat(levels.reserve(order(), pieces(line(CUP, 3), line(CUP, 3)))).isInstanceOf(Refused.class);
        assertThat(levels.reserve(order(), pieces(line(CUP, 3), line(CUP, 2)))).isInstanceOf(Held.class);
    }

    @Test
    void decidesInTheOrderOfTheBatch() {
        assertThat(levels.reserve(order(), pieces(line(CUP, 4)))).isInstanceOf(Held.class);
        assertThat(levels.reserve(order(), pieces(line(CUP, 2)))).isInstanceOf(Refused.class);
        assertThat(levels.reserve(order(), pieces(line(CUP, 1)))).isInstanceOf(Held.class);
        assertThat(levels.changes()).containsExactly(Map.entry(CUP, new StockChange(-5, 5, 0)));
    }

    @Test
    void putsBackWhatIsReleased() {
        var held = (Held) levels.reserve(order(), pieces(line(CUP, 4)));
        levels.release(held);
        assertThat(levels.changes()).isEmpty();
        assertThat(levels.reserve(order(), pieces(line(CUP, 5)))).isInstanceOf(Held.class);
    }

    @Test
    void shipsWhatIsDispatched() {
        levels.dispatch(new Held(order(), pieces(line(POT, 2))));
        assertThat(levels.changes()).containsExactly(Map.entry(POT, new StockChange(0, -2, 2)));
    }

    @Test
    void shipsFromTheShelfWhatHasExpired() {
        var expired = levels.expire(new Held(order(), pieces(line(POT, 2))));
        assertThat(levels.changes()).containsExactly(Map.entry(POT, new StockChange(2, -2, 0)));
        assertThat(levels.missing(expired.pieces())).isEmpty();
        levels.dispatch(expired);
        assertThat(levels.changes()).containsExactly(Map.entry(POT, new StockChange(0, -2, 2)));
    }

    @Test
    void shipsNothingThatIsNotThere() {
        var expired = new Expired(order(), pieces(line(POT, 2)));
        assertThat(levels.missing(expired.pieces())).containsExactly(POT);
        assertThatThrownBy(() -> levels.dispatch(expired)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesBackWhatWasShipped() {
        levels.restock(new Dispatched(order(), pieces(line(POT, 3))));
        assertThat(levels.changes()).containsExactly(Map.entry(POT, new StockChange(3, 0, -3)));
        assertThatThrownBy(() -> levels.restock(new Dispatched(order(), pieces(line(POT, 1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("below zero");
    }

    @Test
    void refusesToReleaseMoreThanIsReserved() {
        assertThatThrownBy(() -> levels.release(new Held(order(), pieces(line(POT, 3)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("below zero");
    }

    private static OrderId order() {
        return new OrderId(UUID.randomUUID());
    }

    private static Pieces pieces(StockLine... lines) {
        return Pieces.of(List.of(lines));
    }

    private static StockLine line(Sku sku, int quantity) {
        return new StockLine(sku, new Quantity(quantity));
    }
}
