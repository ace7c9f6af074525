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

    private static final SecondThoughts AT_ONCE = new SecondThoughts.Soon(Duration.ZERO);

    private static final int NO_ANSWER = 0;

    @TempDir
    private Path root;

    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final OrderFacts facts = new OrderFacts();
    private final Pace pace = new Pace(facts);

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
        assertThat(answered(AT_ONCE, NO_ANSWER, 503, 202)).containsExactly(Map.entry("o", Outcome.ACCEPTED));
        assertThat(requests).hasSize(3);
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
            var cancellations = new Cancellations(
                    orders.api(),
                    _ -> {
                        assertThat(requests).isEmpty();
                        return looks.incrementAndGet() == 3;
                    },
                    pace);

            cancellations.on(placed(new SecondThoughts.AfterItsEnd(Duration.ZERO)));

            assertThat(cancellations.outcomes()).containsKey("o");
        }
        assertThat(looks).hasValue(3);
    }

    @Test
    void raceTheConfirmationWithinTwiceTheTimeThatOrdersTake() throws Exception {
        long sentAt = System.nanoTime();
        var order = new PlacedOrder(plan(new SecondThoughts.AboutItsConfirmation(0.75)), "o", 0, sentAt, sentAt);
        pace.on(order);
        facts.on(
                "o",
                "io.fulfilment.order.OrderConfirmed.v1",
                sentAt + Duration.ofMillis(400).toNanos());
        try (var orders = standIn(202)) {
            var cancellations = new Cancellations(orders.api(), _ -> false, pace);

            cancellations.on(order);

            assertThat(cancellations.outcomes()).containsKey("o");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - sentAt))
                .isBetween(Duration.ofMillis(600), Duration.ofSeconds(10));
    }

    @Test
    void comeToAllCustomersInARaceAndAtAnyTimeOfIt() {
        var random = new Random(7);

        assertThat(Stream.generate(() -> SecondThoughts.racing(random)).limit(100))
                .map(thoughts -> ((SecondThoughts.AboutItsConfirmation) thoughts).part())
                .allMatch(part -> part >= 0 && part < 1)
                .anyMatch(part -> part < 0.1)
                .anyMatch(part -> part > 0.9);
    }

    @Test
    void comeToAboutAsManyCustomersAsTheyShould() {
        var random = new Random(7);
        List<SecondThoughts> all = Stream.generate(() -> SecondThoughts.next(random, 20))
                .limit(1_000)
                .filter(thoughts -> thoughts != null)
                .toList();

        assertThat(all).hasSizeBetween(150, 250);
        assertThat(all).filteredOn(SecondThoughts.AfterItsEnd.class::isInstance).hasSizeBetween(30, 100);
        assertThat(all).contains(AT_ONCE);
    }

    private Map<String, Outcome> answered(@Nullable SecondThoughts thoughts, int... statuses) throws Exception {
        requests.clear();
        try (var orders = standIn(statuses)) {
            var cancellations = new Cancellations(orders.api(), _ -> true, pace);
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
            int status = left.remove();
            if (status == NO_ANSWER) {
                exchange.close();
                return;
            }
            exchange.sendResponseHeaders(status, 2);
            exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
    }

    private static PlacedOrder placed(@Nullable SecondThoughts thoughts) {
        return new PlacedOrder(plan(thoughts), "o", 0, 0, 0);
    }

    private static PlannedOrder plan(@Nullable SecondThoughts thoughts) {
        return new PlannedOrder("key", "alice", "a@example.com", false, List.of(), thoughts);
    }
}
