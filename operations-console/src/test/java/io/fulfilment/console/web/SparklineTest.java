package io.fulfilment.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {

    @Test
    void endsAtTheRightHoweverShortItIs() {
        assertThat(Sparkline.of(List.of(0f, 10f), 60).line()).isEqualTo("118.0,26.0 120.0,2.0");
    }

    @Test
    void showsTheHighestOfEachSlice() {
        var sparkline = Sparkline.of(List.of(1f, 8f, 2f, 4f), 120);

        assertThat(sparkline.line()).isEqualTo("118.0,2.0 120.0,14.0");
        assertThat(sparkline.area()).isEqualTo("118.0,28 118.0,2.0 120.0,14.0 120,28");
        assertThat(sparkline.label()).startsWith("At most 8 unread");
    }

    @Test
    void liesOnTheGroundWhereNothingWasUnread() {
        assertThat(Sparkline.of(Collections.nCopies(2, 0f), 60).line()).isEqualTo("118.0,26.0 120.0,26.0");
    }

    @Test
    void isBlankBeforeTheFirstLook() {
        assertThat(Sparkline.of(List.of(), 60)).extracting(Sparkline::line).isEqualTo("");
    }
}
