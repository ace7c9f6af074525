package io.fulfilment.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final OrderFacts facts = new OrderFacts();
    private final Pace pace = new Pace(facts);
    private int orders;

    @Test
    void isTheMedianOfOrdersThatWereConfirmed() {
        place(100);
        place(900);
        place(200);
        pace.on(new PlacedOrder(SampleBooks.placed(false).plan(), "waits", 0, 0, 0));

        assertThat(pace.median()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void isThatOfTheLatestOrders() {
        times(200, () -> place(5_000));
        times(200, () -> place(300));

        assertThat(pace.median()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void countsThatCancelledOrdersWouldHaveTakenLonger() {
        times(3, () -> place(100));
        times(4, () -> cancel(200));
        times(2, () -> place(500));

        assertThat(pace.median()).isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void isAGuessUntilOneIsConfirmed() {
        assertThat(pace.median()).isPositive();
    }

    private void place(long millisToConfirmation) {
        see("OrderConfirmed", millisToConfirmation);
    }

    private void cancel(long millisToCancellation) {
        see("OrderCancellationRequested", millisToCancellation);
    }

    private void see(String type, long millisAfterPost) {
        String orderId = Integer.toString(++orders);
        long sentAt = TimeUnit.SECONDS.toNanos(orders);
        pace.on(new PlacedOrder(SampleBooks.placed(false).plan(), orderId, 0, sentAt, sentAt));
        facts.on(
                orderId,
                "io.fulfilment.order." + type + ".v1",
                sentAt + TimeUnit.MILLISECONDS.toNanos(millisAfterPost));
    }

    private static void times(int count, Runnable action) {
        for (int i = 0; i < count; i++) {
            action.run();
        }
    }
}
