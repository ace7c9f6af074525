package io.fulfilment.messaging.deadletter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class DiscardingIT extends OperatorsTest {

    private static final String OBSOLETE = "{\"reason\":\"obsolete\"}";

    @Autowired
    TransactionTemplate transaction;

    @Test
    void theFirstHasNoEffectAndItsKeyStandsStillForTheOthers() {
        var order = parked(2);
        long first = letters(order).getFirst();
        voiding.mend();

        assertThat(post(discard(first), OBSOLETE).json().toString()).isEqualTo("{\"keys\":1,\"messages\":1}");

        assertThat(heldKeys(order)).isEqualTo("PARKED");
        assertThat(letters(order)).hasSize(1).doesNotContain(first);
        assertThat(post(discard(first), OBSOLETE).problem()).isEqualTo("409 /problems/dead-letter-conflict");
        redriveAll(order);
        order.send();
        awaitSettled(order, 2L, 3L);
    }

    @Test
    void oneInTheMiddleHasNoEffect() {
        var order = parked(3);
        voiding.mend();

        post(discard(letters(order).get(1)), OBSOLETE);
        redriveAll(order);

        awaitSettled(order, 1L, 3L);
    }

    @Test
    void theOnlyOneFreesItsKeyWithItsPlaceTaken() {
        var order = parked(1);
        voiding.mend();

        post(discard(letters(order).getFirst()), OBSOLETE);

        eventually().untilAsserted(() -> assertThat(heldKeys(order)).isEqualTo("null"));
        order.send();
        awaitSettled(order, 2L);
        assertThat(acts(1)).containsExactly("DISCARD by olivia: obsolete");
    }

    @Test
    void whatBeganAfterAGapFreesItsKey() {
        var order = new Voids(kafka);
        order.skip();
        order.send();
        awaitParked(order, 1);

        post(discard(letters(order).getFirst()), OBSOLETE);

        eventually().untilAsserted(() -> assertThat(heldKeys(order)).isEqualTo("null"));
        order.send();
        awaitSettled(order, 3L);
    }

    @Test
    void whatCouldNotBeReadAndClaimsNoPlaceLeavesAGapThatIsAcceptedLikeAnyOther() {
        var order = new Voids(kafka);
        order.sendNonsense();
        order.send();
        order.send();
        awaitParked(order, 3);

        post(discard(letters(order).getFirst()), OBSOLETE);
        redriveAll(order);
        eventually()
                .untilAsserted(() -> assertThat(items("/dead-letters?reason=SEQUENCE_GAP&key=" + order.subject()))
                        .hasSize(1));
        redriveAll(order);

        awaitSettled(order, 2L, 3L);
    }

    @Test
    void whatCouldNotBeReadHasThePlaceThatItClaimsIfThatIsTheNext() {
        var order = parkedBehindATruncatedOne(0);

        post(discard(letters(order).getFirst()), OBSOLETE);

        eventually().untilAsserted(() -> assertThat(heldKeys(order)).isEqualTo("null"));
        order.send();
        awaitSettled(order, 2L);
    }

    @Test
    void manyAreDiscardedByWhatTheyHaveInCommon() {
        var unreadable = parkedBehindATruncatedOne(1);
        var other = parkedBehindATruncatedOne(0);
        var failed = parked(1);
        String filter = "{\"filter\":{\"reason\":\"UNREADABLE\",\"topic\":\"payment.commands\"},";
        assertThat(post("/dead-letters/discards", filter + "\"dryRun\":true}")
                        .json()
                        .toString())
                .isEqualTo("{\"keys\":2,\"messages\":2}");
        assertThat(letters(other)).hasSize(1);

        post("/dead-letters/discards", filter + "\"reason\":\"garbage\"}");

        assertThat(letters(unreadable)).hasSize(1);
        assertThat(letters(failed)).hasSize(1);
        eventually().untilAsserted(() -> assertThat(heldKeys(other)).isEqualTo("null"));
        assertThat(acts(2)).containsExactly("DISCARD by olivia: garbage", "DISCARD by olivia: garbage");
        assertThat(items("/dead-letters/acts?pageSize=2"))
                .extracting(act -> act.path("key").asString())
                .containsExactly(other.subject(), unreadable.subject());
    }

    /** A discard waits for the first of its keys, and another parks. */
    @Test
    void whatParksMeanwhileIsNotDiscarded() {
        var first = parked(1);
        String filter = "{\"filter\":{\"reason\":\"HANDLING_FAILED\",\"topic\":\"payment.commands\"},";

        var discarded = new CompletableFuture<String>();
        var later = transaction.execute(status -> {
            jdbc.query("SELECT FROM held_key WHERE message_key = ? FOR UPDATE", row -> {}, first.subject());
            discarded.completeAsync(() -> post("/dead-letters/discards", filter + "\"reason\":\"garbage\"}")
                    .json()
                    .toString());
            awaitSomeoneWaiting();
            return parked(1);
        });

        assertThat(discarded).succeedsWithin(Duration.ofSeconds(60)).isEqualTo("{\"keys\":1,\"messages\":1}");
        assertThat(letters(later)).hasSize(1);
        assertThat(heldKeys(later)).isEqualTo("PARKED");
    }

    /** Until somebody waits for what the current transaction has locked. */
    private void awaitSomeoneWaiting() {
        Integer me = jdbc.queryForObject("SELECT pg_backend_pid()", Integer.class);
        eventually()
                .until(() -> Boolean.TRUE.equals(jdbc.queryForObject(
                        "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE ? = ANY (pg_blocking_pids(pid)))",
                        Boolean.class,
                        me)));
    }

    private void redriveAll(Voids order) {
        post("/dead-letters/" + letters(order).getFirst() + "/redrive", "{\"reason\":\"mended\",\"whole\":true}");
    }

    private static String discard(long letter) {
        return "/dead-letters/" + letter + "/discard";
    }
}
