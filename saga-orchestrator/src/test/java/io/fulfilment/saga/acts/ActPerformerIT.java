package io.fulfilment.saga.acts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.fulfilment.saga.application.ActingOnMany;
import io.fulfilment.saga.application.ParkedSagas;
import io.fulfilment.saga.application.PerformingActs;
import io.fulfilment.saga.application.UseCases;
import io.fulfilment.saga.engine.OperatorAct;
import io.fulfilment.saga.engine.SagaInput.OperatorActed;
import io.fulfilment.saga.query.SagaAct;
import io.fulfilment.saga.query.SagaAct.State;
import io.fulfilment.saga.query.SagaActViews;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig({UseCases.class, ParkedSagas.class})
class ActPerformerIT {

    private static final int MANY = 1_000;

    @Autowired
    HikariDataSource pool;

    @Autowired
    ParkedSagas sagas;

    @Autowired
    ActingOnMany acting;

    @Autowired
    SagaActViews acts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final PerformingActs performing;
    private final ActPerformer performer;

    ActPerformerIT(@Autowired PerformingActs performing) {
        this.performing = performing;
        this.performer = new ActPerformer(performing);
    }

    @AfterEach
    void leaveNothingToDo() {
        performAll();
    }

    /** What a process that dies leaves behind is what its transactions had committed. */
    @Test
    void goesOnAfterACrashAndDoesEachOnce() {
        var error = sagas.many(MANY);
        long act = retry(error);
        performer.round();
        crash();
        assertThat(find(act).done()).isEqualTo(200);
        performAll();
        assertThat(find(act).status()).isEqualTo(State.DONE);
        assertThat(find(act).done()).isEqualTo(MANY);
        assertEachIsDoneOnce(error);
    }

    @Test
    void severalProcessesShareTheWork() {
        var error = sagas.many(MANY);
        long act = retry(error);
        var performers = Stream.generate(() -> CompletableFuture.runAsync(this::performAll))
                .limit(3)
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(performers).join();
        assertThat(find(act).done()).isEqualTo(MANY);
        assertEachIsDoneOnce(error);
    }

    @Test
    void oneThatCannotBeDoneDoesNotKeepTheOthersWaiting() {
        var error = sagas.many(5);
        var strange = jdbc.sql("""
                UPDATE saga_instance SET definition_version = 99
                WHERE saga_id = (SELECT saga_id FROM saga_instance WHERE error LIKE '%' || ? LIMIT 1) RETURNING saga_id
                """).param(error).query(UUID.class).single();
        long act = retry(error);
        performAll();
        assertThat(find(act).done()).isEqualTo(4);
        assertThat(find(act).failed()).isEqualTo(1);
        assertThat(find(act).status()).isEqualTo(State.DONE);
        assertThat(jdbc.sql("SELECT error FROM saga_act_saga WHERE act = ? AND saga_id = ?")
                        .params(act, strange)
                        .query(String.class)
                        .single())
                .isEqualTo("IllegalStateException");
        jdbc.sql("DELETE FROM saga_instance WHERE saga_id = ?").param(strange).update();
    }

    @Test
    void nothingFailsForAnOutage() {
        var error = sagas.many(2);
        long act = retry(error);
        onFreshConnections("ALTER ROLE CURRENT_USER SET statement_timeout = '1s'");
        try {
            new TransactionTemplate(transactions).executeWithoutResult(_ -> {
                jdbc.sql("SELECT saga_id FROM saga_instance WHERE error LIKE '%' || ? FOR UPDATE")
                        .param(error)
                        .query()
                        .listOfRows();
                assertThatExceptionOfType(CompletionException.class)
                        .isThrownBy(() ->
                                CompletableFuture.supplyAsync(performer::round).join())
                        .withCauseInstanceOf(QueryTimeoutException.class);
            });
        } finally {
            onFreshConnections("ALTER ROLE CURRENT_USER RESET statement_timeout");
        }
        assertThat(find(act).waiting()).isEqualTo(2);
        performAll();
        assertThat(find(act).done()).isEqualTo(2);
    }

    /** A role's settings are those of the connections that it makes from then on. */
    private void onFreshConnections(String setting) {
        jdbc.sql(setting).update();
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    private void crash() {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            performing.perform(performing.next(200).orElseThrow());
            transaction.setRollbackOnly();
        });
    }

    private void performAll() {
        while (performer.round().equals(Duration.ZERO)) {
            // Until there is nothing to do.
        }
    }

    private long retry(String error) {
        return acting.begin(new OperatorActed(OperatorAct.RETRY, "olivia", "mended"), ParkedSagas.with(error), MANY)
                .orElseThrow();
    }

    private SagaAct find(long act) {
        return acts.find(act).orElseThrow();
    }

    private void assertEachIsDoneOnce(String error) {
        assertThat(jdbc.sql("""
                        SELECT count(*) FROM saga_log WHERE entries::text LIKE '%RETRY: mended%' AND saga_id IN (
                          SELECT saga_id FROM saga_act_saga WHERE act = (SELECT max(act) FROM saga_act_saga))
                        """).query(Long.class).single()).isEqualTo(MANY);
    }
}
