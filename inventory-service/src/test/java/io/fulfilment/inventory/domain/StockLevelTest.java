package io.fulfilment.inventory.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StockLevelTest {

    private final StockLevel level = new StockLevel(10, 20, 30);

    @Test
    void adjustsWhatIsAvailable() {
        assertThat(level.adjust(-10)).isEqualTo(new StockLevel(0, 20, 30));
        assertThat(level.adjust(5)).isEqualTo(new StockLevel(15, 20, 30));
        assertThat(level.adjust(StockLevel.MAX_AVAILABLE - 10).available()).isEqualTo(StockLevel.MAX_AVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(longs = {-11, Long.MIN_VALUE, StockLevel.MAX_AVAILABLE - 9, Long.MAX_VALUE})
    void refusesAdjustmentsBelowZeroAndBeyondTheLimit(long delta) {
        assertThatExceptionOfType(AdjustmentRefused.class).isThrownBy(() -> level.adjust(delta));
    }

    @ParameterizedTest
    @ValueSource(longs = {21, Long.MAX_VALUE})
    void neverReservesDispatchesOrReleasesBelowZero(long pieces) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> level.reserve(pieces));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> level.dispatch(pieces));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> level.release(pieces));
    }
}
