package io.fulfilment.messaging.deadletter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RedrivingIT extends OperatorsTest {

    private static final String ALL_FAILED =
            "{\"filter\":{\"type\":\"" + Voids.TYPE + "\",\"reason\":\"HANDLING_FAILED\"},";

    @Test
    void deliversAWholeKeyInItsSequenceOnceItsHandlerIsMended() {
        var order = parked(3);
        voiding.mend();

        var answer = post(redrive(letters(order).getFirst()), "{\"reason\":\"mended\",\"whole\":true}");

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("by").asString()).isEqualTo("olivia");
        assertThat(answer.json().path("messages").asInt()).isEqualTo(3);
        awaitSettled(order, 1L, 2L, 3L);
        assertThat(done(answer.location()).path("redriven").asInt()).isEqualTo(1);
        assertThat(letters(order)).isEmpty();
        assertThat(acts(1)).containsExactly("REDRIVE by olivia: mended");
        order.send();
        awaitSettled(order, 1L, 2L, 3L, 4L);
    }

    @Test
    void deliversUpToWhatWasAskedForAndLeavesTheRestParked() {
        var order = parked(3);
        var letters = letters(order);
        voiding.mend();

        var answer = post(redrive(letters.get(1)), REASON);

        assertThat(answer.json().path("messages").asInt()).isEqualTo(2);
        assertThat(done(answer.location()).path("redriven").asInt()).isEqualTo(1);
        assertThat(voiding.settled(order)).containsExactly(1L, 2L);
        assertThat(letters(order)).containsExactly(letters.get(2));
        order.send();
        awaitParked(order, 2);
        assertThat(post(redrive(letters(order).getLast()), REASON).status()).isEqualTo(202);
        awaitSettled(order, 1L, 2L, 3L, 4L);
        assertThat(heldKeys(order)).isEqualTo("null");
    }

    @Test
    void parksAgainWhatFailsAgainAsOftenAsTheFirstTime() {
        var order = parked(2);
        var attempts = new AtomicInteger();
        voiding.when(order, received -> {
            attempts.incrementAndGet();
            throw new IllegalStateException("still not");
        });

        var answer = post(redrive(letters(order).getFirst()), "{\"reason\":\"hope\",\"whole\":true}");

        var ended = done(answer.location());
        assertThat(ended.path("parkedAgain").asInt()).isEqualTo(1);
        assertThat(attempts).hasValue(2);
        var first = items("/dead-letters?key=" + order.subject()).getFirst();
        assertThat(first.path("attempts").asInt()).isEqualTo(2);
        assertThat(voiding.settled(order)).isEmpty();
    }

    @Test
    void deliversManyKeysAtAPace() {
        var orders = Stream.generate(() -> parked(1)).limit(3).toList();
        voiding.mend();
        assertThat(post("/dead-letters/redrives", ALL_FAILED + "\"dryRun\":true}")
                        .json()
                        .toString())
                .isEqualTo("{\"keys\":3,\"messages\":3}");
        long start = System.nanoTime();

        var answer =
                post("/dead-letters/redrives", ALL_FAILED + "\"reason\":\"mended\",\"perSecond\":1,\"dryRun\":false}");

        assertThat(answer.status()).isEqualTo(202);
        var ended = done(answer.location());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(ended.path("keys").asInt()).isEqualTo(3);
        assertThat(ended.path("redriven").asInt()).isEqualTo(3);
        assertThat(ended.path("filter").path("reason").asString()).isEqualTo("HANDLING_FAILED");
        orders.forEach(order -> assertThat(voiding.settled(order)).containsExactly(1L));
        assertThat(items("/dead-letters/redrives?pageSize=1").getFirst().path("id"))
                .isEqualTo(ended.path("id"));
    }

    @Test
    void stopsWhatHasNotBegun() {
        var orders = Stream.generate(() -> parked(1)).limit(8).toList();
        voiding.mend();
        var answer = post("/dead-letters/redrives", ALL_FAILED + "\"reason\":\"mended\",\"perSecond\":1}");

        var stopped = delete(answer.location() + "?reason=too%20early").json();

        assertThat(stopped.path("done").asBoolean()).isTrue();
        assertThat(stopped.path("stopped").asInt()).isPositive();
        assertThat(stopped.path("redriven").asInt() + stopped.path("stopped").asInt())
                .isEqualTo(8);
        assertThat(orders.stream().filter(order -> !letters(order).isEmpty()))
                .hasSize(stopped.path("stopped").asInt());
        assertThat(acts(2)).containsExactly("STOP by olivia: too early", "REDRIVE by olivia: mended");
        assertThat(delete("/dead-letters/redrives/0").problem()).isEqualTo("404 /problems/not-found");
    }

    @Test
    void aGapThatWasNotReachedBeforeTheStopIsNotAccepted() {
        Stream.generate(() -> parked(1)).limit(4).toList();
        var order = new Voids(kafka);
        order.send();
        awaitSettled(order, 1L);
        order.skip();
        order.send();
        awaitParked(order, 1);
        var answer = post(
                "/dead-letters/redrives",
                "{\"filter\":{\"topic\":\"payment.commands\"},\"reason\":\"try\",\"perSecond\":1}");
        delete(answer.location());

        order.send();

        awaitParked(order, 2);
        assertThat(voiding.settled(order)).containsExactly(1L);
    }

    @Test
    void goesOnWithoutWhatIsMissing() {
        var order = new Voids(kafka);
        order.send();
        awaitSettled(order, 1L);
        order.skip();
        order.send();
        awaitParked(order, 1);

        post(redrive(letters(order).getFirst()), "{\"reason\":\"it is lost\"}");

        awaitSettled(order, 1L, 3L);
        order.send();
        awaitSettled(order, 1L, 3L, 4L);
    }

    /** It has its time, whatever comes meanwhile. */
    @Test
    void whatComesBringsNothingForward() {
        var order = new Voids(kafka);
        order.skip();
        order.send();
        awaitParked(order, 1);
        jdbc.update("UPDATE held_key SET state = 'RETRYING', due_at = now() + interval '1 hour', redrive = 0");

        order.send();

        eventually()
                .until(() -> Integer.valueOf(2)
                        .equals(jdbc.queryForObject("SELECT count(*) FROM held_message", Integer.class)));
        assertThat(jdbc.queryForObject("SELECT due_at > now() + interval '30 minutes' FROM held_key", Boolean.class))
                .isTrue();
    }

    @Test
    void ofTwoOperatorsOneIsTooLate() {
        var order = parked(2);
        voiding.mend();
        String path = redrive(letters(order).getFirst());
        String whole = "{\"reason\":\"mended\",\"whole\":true}";

        var other = CompletableFuture.supplyAsync(() -> post(path, whole).status());
        int one = post(path, whole).status();

        assertThat(List.of(one, other.join())).containsOnlyOnce(202).containsAnyOf(404, 409);
        awaitSettled(order, 1L, 2L);
    }

    @Test
    void leavesAloneWhatIsBeingDeliveredAgain() {
        var order = parked(1);
        long letter = letters(order).getFirst();
        jdbc.update("UPDATE held_key SET state = 'RETRYING', due_at = now() + interval '1 hour', redrive = 0");

        for (String act : List.of("redrive", "discard", "rehearsal")) {
            assertThat(post("/dead-letters/" + letter + "/" + act, REASON).problem())
                    .isEqualTo("409 /problems/dead-letter-conflict");
        }
        assertThat(get("/dead-letters/" + letter).json().path("state").asString())
                .isEqualTo("RETRYING");
        assertThat(voiding.settled(order)).isEmpty();
    }

    private static String redrive(long letter) {
        return "/dead-letters/" + letter + "/redrive";
    }

    private JsonNode done(String location) {
        return eventually()
                .until(
                        () -> get(location).json(),
                        redrive -> redrive.path("done").asBoolean());
    }
}
