package io.fulfilment.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.console.lag.Recent;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SparklineTest {

    private static final Duration WIDTH = Duration.ofMinutes(5);

    @Test
    void endsAtTheRightHoweverShortItIs() {
        assertThat(Sparkline.of(List.of(ago(5, 0f), ago(0, 10f)), WIDTH).line()).isEqualTo("M118.0,26.0L120.0,2.0");
    }

    @Test
    void showsTheHighestOfEachSlice() {
        var sparkline = Sparkline.of(List.of(ago(8, 1f), ago(7, 8f), ago(3, 2f), ago(0, 4f)), WIDTH);

        assertThat(sparkline.line()).isEqualTo("M118.0,2.0L120.0,14.0");
        assertThat(sparkline.area()).isEqualTo("M118.0,28L118.0,2.0L120.0,14.0L120.0,28Z");
        assertThat(sparkline.label()).startsWith("At most 8 unread");
    }

    @Test
    void standsWhereItWasThenAndHasAGapWhereNobodyLooked() {
        var sparkline =
                Sparkline.of(List.of(ago(300, 4f), ago(250, 4f), ago(240, null), ago(150, 2f), ago(140, 4f)), WIDTH);

        assertThat(sparkline.line()).isEqualTo("M0.0,2.0L20.0,2.0M60.0,14.0L64.0,2.0");
    }

    @Test
    void liesOnTheGroundWhereNothingWasUnread() {
        assertThat(Sparkline.of(List.of(ago(5, 0f), ago(0, 0f)), WIDTH).line()).isEqualTo("M118.0,26.0L120.0,26.0");
    }

    @Test
    void isBlankBeforeTheFirstLook() {
        assertThat(Sparkline.of(List.of(), WIDTH)).extracting(Sparkline::line).isEqualTo("");
    }

    private static Recent ago(double seconds, @Nullable Float lag) {
        return new Recent(seconds, lag);
    }
}
