package io.fulfilment.messaging.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HalvesTest {

    private static final int OUTAGE = -1;

    private final List<List<Integer>> attempts = new ArrayList<>();
    private final List<Integer> done = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    @Test
    void nothingIsTakenApartThatGoesTogether() {
        work(Set.of(), 1, 2, 3, 4, 5);
        assertThat(attempts).containsExactly(List.of(1, 2, 3, 4, 5));
        assertThat(failed).isEmpty();
    }

    @Test
    void whatFailsIsTakenApartDownToThoseThatFailAlone() {
        work(Set.of(3, 7), 1, 2, 3, 4, 5, 6, 7);
        assertThat(attempts)
                .containsExactly(
                        List.of(1, 2, 3, 4, 5, 6, 7),
                        List.of(1, 2, 3),
                        List.of(1),
                        List.of(2, 3),
                        List.of(2),
                        List.of(3),
                        List.of(4, 5, 6, 7),
                        List.of(4, 5),
                        List.of(6, 7),
                        List.of(6),
                        List.of(7));
        assertThat(done).containsExactly(1, 2, 4, 5, 6);
        assertThat(failed).containsExactly("3: its fault", "7: its fault");
    }

    @Test
    void oneAloneIsTriedOnce() {
        work(Set.of(1), 1);
        assertThat(attempts).containsExactly(List.of(1));
        assertThat(failed).containsExactly("1: its fault");
    }

    /** The second half is not tried by halves, and nobody in it is told of. */
    @Test
    void anOutageEndsItAndIsNobodysFault() {
        assertThatThrownBy(() -> work(Set.of(1, OUTAGE), 1, 2, 3, OUTAGE, 5, 6))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(done).containsExactly(2, 3);
        assertThat(failed).containsExactly("1: its fault");
        assertThat(attempts).endsWith(List.of(2, 3), List.of(OUTAGE, 5, 6));
    }

    @Test
    void nothingIsTriedForNothing() {
        work(Set.of());
        assertThat(attempts).isEmpty();
    }

    private void work(Set<Integer> faulty, Integer... all) {
        new Halves<Integer>(
                        some -> {
                            attempts.add(List.copyOf(some));
                            some.stream().filter(faulty::contains).findFirst().ifPresent(HalvesTest::fail);
                            done.addAll(some);
                        },
                        fault -> fault instanceof UncheckedIOException,
                        (one, fault) -> failed.add(one + ": " + fault.getMessage()))
                .work(List.of(all));
    }

    private static void fail(int culprit) {
        throw culprit == OUTAGE ? new UncheckedIOException(new IOException()) : new IllegalStateException("its fault");
    }
}
