package io.fulfilment.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fulfilment.benchmarks.Cancellations.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
@Timeout(30)
class CancellationsTest {

    private static final SecondThoughts AT_ONCE = new SecondThoughts(false, Duration.ZERO);

    @TempDir
    private Path root;

    private final Queue<String> requests = new ConcurrentLinkedQueue<>();

    @Test
    void notesWhatIsAnswered() throws Exception {
        assertThat(answered(AT_ONCE, 202)).containsExactly(Map.entry("o", Outcome.ACCEPTED));
        assertThat(answered(AT_ONCE, 409)).containsExactly(Map.entry("o", Outcome.REFUSED));
        assertThat(requests).containsOnly("/orders/o/cancellation {\"reason\":\"second thoughts\"}");
    }

    @Test
    void asksAgainWhereItIsToTryLater() throws Exception {
        assertThat(answered(AT_ONCE, 429, 409)).containsExactly(Map.entry("o", Outcome.REFUSED));
        assertThat(requests).hasSize(2);
    }

    @Test
    void takesNoRefusalForOneThatComesAfterAFailure() throws Exception {
        assertThat(answered(AT_ONCE, 500, 409)).containsExactly(Map.entry("o", Outcome.UNCLEAR));
        assertThat(answered(AT_ONCE, 503, 202)).containsExactly(Map.entry("o", Outcome.ACCEPTED));
    }

    @Test
    void leavesOrdersAloneWhoseCustomersHaveNone() throws Exception {
        assertThat(answered(null, 202)).isEmpty();
        assertThat(requests).isEmpty();
    }

    @Test
    void waitsForTheEndOfAnOrderThatIsCancelledAfterIt() throws Exception {
        var looks = new AtomicInteger();
        try (var orders = standIn(202)) {
            var cancellations = new Cancellations(orders.api(), _ -> {
                assertThat(requests).isEmpty();
                return looks.incrementAndGet() == 3;
            });

            cancellations.on(placed(new SecondThoughts(true, Duration.ZERO)));

            assertThat(cancellations.outcomes()).containsKey("o");
        }
        assertThat(looks).hasValue(3);
    }

    @Test
    void comeToAboutAsManyCustomersAsTheyShould() {
        var random = new Random(7);
        List<SecondThoughts> all = Stream.generate(() -> SecondThoughts.next(random, 20))
                .limit(1_000)
                .filter(thoughts -> thoughts != null)
                .toList();

        assertThat(all).hasSizeBetween(150, 250);
        assertThat(all).filteredOn(SecondThoughts::afterItsEnd).hasSizeBetween(30, 100);
        assertThat(all).contains(AT_ONCE);
    }

    private Map<String, Outcome> answered(@Nullable SecondThoughts thoughts, int... statuses) throws Exception {
        requests.clear();
        try (var orders = standIn(statuses)) {
            var cancellations = new Cancellations(orders.api(), _ -> true);
            cancellations.on(placed(thoughts));
            return cancellations.outcomes();
        }
    }

    private StandIn standIn(int... statuses) throws Exception {
        var left = new ArrayDeque<Integer>();
        for (int status : statuses) {
            left.add(status);
        }
        return new StandIn(root, Api.ORDERS, "/orders", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestURI() + " " + body);
            exchange.sendResponseHeaders(left.remove(), 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
    }

    private static PlacedOrder placed(@Nullable SecondThoughts thoughts) {
        return new PlacedOrder(
                new PlannedOrder("key", "alice", "a@example.com", false, List.of(), thoughts), "o", 0, 0, 0);
    }
}
