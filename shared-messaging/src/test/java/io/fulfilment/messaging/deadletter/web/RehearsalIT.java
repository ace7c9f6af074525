package io.fulfilment.messaging.deadletter.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.JsonNode;

class RehearsalIT extends OperatorsTest {

    @Autowired
    MeterRegistry meters;

    @Test
    void tellsWhatWouldBecomeOfEachAndLeavesNothingBehind() {
        var order = parked(4);
        voiding.when(order, received -> {
            if (received.envelope().sequence() == 3) {
                throw new UnsupportedOperationException("not this one");
            }
        });
        var before = everything();

        var report = rehearse(order);

        assertThat(results(report)).containsExactly("PASSES", "PASSES", "FAILS", "NOT_REACHED");
        assertThat(report.path("errors").toString())
                .isEqualTo("[{\"error\":\"java.lang.UnsupportedOperationException\",\"messages\":1}]");
        assertThat(everything()).isEqualTo(before);
        assertThat(acts(1)).containsExactly("REHEARSE by olivia: -");
    }

    /** The next message is handled as in a transaction of its own, which sees what the one before has done. */
    @Test
    void eachSeesWhatTheOnesBeforeHaveDone() {
        var order = parked(3);
        voiding.when(order, received -> {
            long seen = voiding.settled(order).size();
            if (seen != received.envelope().sequence()) {
                throw new IllegalStateException("sees " + seen);
            }
        });

        assertThat(results(rehearse(order))).containsExactly("PASSES", "PASSES", "PASSES");
    }

    @Test
    void seesWhatOnlyACommitWouldSee() {
        var twice = parked(1);
        voiding.when(twice, received -> jdbc.update("INSERT INTO once VALUES ('x'), ('x')"));
        var late = parked(1);
        voiding.when(
                late,
                received -> beforeCommit(() -> {
                    throw new ArithmeticException("at the last moment");
                }));

        assertThat(errors(rehearse(twice))).containsExactly(DuplicateKeyException.class.getName());
        assertThat(errors(rehearse(late))).containsExactly(ArithmeticException.class.getName());
    }

    @Test
    void aConstraintThatIsMetInTheEndMayBeViolatedUntilThen() {
        var order = parked(2);
        voiding.when(order, received -> {
            jdbc.update("INSERT INTO once VALUES ('y'), ('y')");
            jdbc.update("DELETE FROM once WHERE what = 'y'");
        });

        assertThat(results(rehearse(order))).containsExactly("PASSES", "PASSES");
    }

    @Test
    void countsTheErrorsOfMany() {
        var mended = parked(2);
        var failing = List.of(parked(1), parked(1));
        voiding.when(mended, received -> {});

        var report = post(
                        "/dead-letters/rehearsals",
                        "{\"filter\":{\"reason\":\"HANDLING_FAILED\",\"type\":\"" + Voids.TYPE + "\"},\"most\":10}")
                .json();

        assertThat(report.path("keys").asInt()).isEqualTo(1 + failing.size());
        assertThat(report.path("passes").asInt()).isEqualTo(2);
        assertThat(report.path("errors").toString())
                .isEqualTo("[{\"error\":\"java.lang.IllegalStateException\",\"messages\":2}]");
        assertThat(report.path("items")).hasSize(4);
    }

    @Test
    void aGapThatWouldBeAcceptedIsNone() {
        var order = new Voids(kafka);
        order.skip();
        order.send();
        awaitParked(order, 1);

        assertThat(results(rehearse(order))).containsExactly("PASSES");
    }

    private static void beforeCommit(Runnable action) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                action.run();
            }
        });
    }

    private JsonNode rehearse(Voids order) {
        return post("/dead-letters/" + letters(order).getFirst() + "/rehearsal", "")
                .json();
    }

    private static List<String> results(JsonNode report) {
        return report.path("items")
                .valueStream()
                .map(item -> item.path("result").asString())
                .toList();
    }

    private static List<String> errors(JsonNode report) {
        return report.path("items")
                .valueStream()
                .map(item -> item.path("error").asString())
                .toList();
    }

    /** Every row that handling could touch, and what it is counted by. */
    private List<String> everything() {
        return Stream.concat(
                        Stream.of(
                                        "effect",
                                        "once",
                                        "outbox",
                                        "outbox_pending",
                                        "outbox_sequence",
                                        "inbox",
                                        "inbox_sequence",
                                        "held_key",
                                        "held_message",
                                        "redrive")
                                .map(this::rows),
                        meters.find("messages.handled").counters().stream()
                                .map(counter -> counter.getId() + "=" + counter.count())
                                .sorted())
                .toList();
    }

    private String rows(String table) {
        return table + jdbc.queryForList("SELECT md5(rows::text) FROM " + table + " AS rows ORDER BY 1", String.class);
    }
}
