package io.fulfilment.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OneStartTest {

    private final AtomicInteger starts = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();

    @Test
    void startsOnceForAll() throws Exception {
        var start = new OneStart<>(starts::incrementAndGet, system -> closed.incrementAndGet());

        assertThat(start.get()).isSameAs(start.get());
        start.close();

        assertThat(starts).hasValue(1);
        assertThat(closed).hasValue(1);
    }

    @Test
    void doesNotTryAgainWhatFailed() throws Exception {
        var start = new OneStart<Integer>(
                () -> {
                    throw new IllegalArgumentException("failed " + starts.incrementAndGet());
                },
                system -> closed.incrementAndGet());

        for (int test = 0; test < 3; test++) {
            assertThatIllegalStateException().isThrownBy(start::get).withMessageContaining("failed 1");
        }
        start.close();

        assertThat(start.running()).isEmpty();
        assertThat(closed).hasValue(0);
        assertThat(starts).hasValue(1);
    }
}
