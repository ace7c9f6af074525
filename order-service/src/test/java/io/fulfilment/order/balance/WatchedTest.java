package io.fulfilment.order.balance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.events.value.OrderId;
import io.fulfilment.order.balance.Balance.Verdict;
import io.fulfilment.order.balance.Watched.Doubt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WatchedTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00.123456Z");
    private static final Duration SETTLE = Duration.ofMinutes(5);
    private static final BalanceSettings SETTINGS = new BalanceSettings(true, SETTLE, Duration.ofSeconds(1), 100);
    private static final Verdict OPEN = new Verdict.Open();
    private static final Verdict HELD = new Verdict.Amiss("REJECTED, but the payment is AUTHORIZED");
    private static final Verdict TAKEN = new Verdict.Amiss("REJECTED, but the payment is CAPTURED");

    private final Watched first = Watched.from(new OrderId(UUID.randomUUID()), NOW);

    @Test
    void endsWhereItFits() {
        assertThat(first.look(new Verdict.Fits(), NOW, SETTINGS)).isEmpty();
        assertThat(look(first, HELD, NOW).look(new Verdict.Fits(), NOW.plus(SETTLE), SETTINGS))
                .isEmpty();
    }

    @Test
    void looksAtWhatIsOpenLessAndLessOften() {
        assertThat(pauses(OPEN, 8)).containsExactly(5L, 10L, 20L, 40L, 60L, 60L, 60L, 60L);
    }

    @Test
    void statesWhatIsAmissAtTwoLooksThatAreFarEnoughApart() {
        var doubted = look(first, HELD, NOW);
        assertThat(doubted.statement(NOW)).isEmpty();
        assertThat(doubted.dueAt()).isEqualTo(NOW.plus(SETTLE));
        var soon = NOW.plus(SETTLE).minusNanos(1000);
        var early = look(doubted, HELD, soon);
        assertThat(early.statement(soon)).isEmpty();
        assertThat(early.dueAt()).isEqualTo(NOW.plus(SETTLE));
        var then = NOW.plus(SETTLE);
        assertThat(look(early, HELD, then).statement(then)).hasValueSatisfying(stated -> {
            assertThat(stated.orderId()).isEqualTo(first.orderId());
            assertThat(stated.finding()).isEqualTo("REJECTED, but the payment is AUTHORIZED");
            assertThat(stated.foundAt()).isEqualTo(then);
        });
    }

    @Test
    void statesAFindingOnceAndLooksOnLessAndLessOften() {
        var then = NOW.plus(SETTLE);
        var stated = look(look(first, HELD, NOW), HELD, then);
        var later = then.plus(SETTLE);
        var again = look(stated, HELD, later);
        assertThat(again.statement(later)).isEmpty();
        assertThat(again.doubt()).isEqualTo(new Doubt("REJECTED, but the payment is AUTHORIZED", NOW, then));
        assertThat(again.dueAt()).isEqualTo(later.plus(SETTLE.multipliedBy(2)));
    }

    @Test
    void startsAnewWithAnotherFinding() {
        var then = NOW.plus(SETTLE);
        var other = look(look(look(first, HELD, NOW), HELD, then), TAKEN, then.plus(SETTLE));
        assertThat(other.statement(then.plus(SETTLE))).isEmpty();
        var last = then.plus(SETTLE).plus(SETTLE);
        assertThat(look(other, TAKEN, last).statement(last))
                .hasValueSatisfying(
                        stated -> assertThat(stated.finding()).isEqualTo("REJECTED, but the payment is CAPTURED"));
    }

    @Test
    void startsAnewWhereTheOrderWentOnMeanwhile() {
        var open = look(look(first, HELD, NOW), OPEN, NOW.plus(SETTLE));
        var then = NOW.plus(SETTLE).plus(SETTLE);
        assertThat(look(open, HELD, then).statement(then)).isEmpty();
    }

    @Test
    void pausesNoLessThanWhatSettles() {
        var slow = new BalanceSettings(true, Duration.ofHours(3), Duration.ofSeconds(1), 100);
        assertThat(slow.pause(0)).isEqualTo(Duration.ofHours(3));
        assertThat(slow.pause(9)).isEqualTo(Duration.ofHours(3));
    }

    private List<Long> pauses(Verdict verdict, int looks) {
        var minutes = new ArrayList<Long>();
        Watched watched = first;
        for (int look = 0; look < looks; look++) {
            Instant now = watched.dueAt();
            watched = look(watched, verdict, now);
            minutes.add(Duration.between(now, watched.dueAt()).toMinutes());
        }
        return minutes;
    }

    private static Watched look(Watched watched, Verdict verdict, Instant now) {
        return watched.look(verdict, now, SETTINGS).orElseThrow();
    }
}
