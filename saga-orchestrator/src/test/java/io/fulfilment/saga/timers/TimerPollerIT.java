package io.fulfilment.saga.timers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.fulfilment.saga.application.FiringTimers;
import io.fulfilment.saga.application.UseCases;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringJUnitConfig(UseCases.class)
class TimerPollerIT {

    private static final int BATCH = 2;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final TimerPoller poller;

    TimerPollerIT(@Autowired FiringTimers timers) {
        poller = new TimerPoller(timers, new TimerSettings(Duration.ofSeconds(1), BATCH));
    }

    /** Due before all others; they look at their deadline, which is far away, so that looking is all there is to do. */
    @BeforeEach
    void moreThanABatchIsDue() {
        Stream.generate(UUID::randomUUID)
                .limit(BATCH + 1)
                .forEach(id -> jdbc.sql("""
                        INSERT INTO saga_instance (saga_id, type, definition_version, order_id, correlation_id, status, step,
                          data, state, version, deadline, wake_at)
                        VALUES (?, 'order-fulfilment', 1, ?, ?, 'RUNNING', 'reserve-stock', '{}', '{}', 1,
                          now() + interval '1 hour', now() - interval '1 year')
                        """).params(id, id, id).update());
    }

    @AfterEach
    void clear() {
        jdbc.sql("DELETE FROM saga_instance WHERE data = '{}'").update();
    }

    @Test
    void looksUntilNothingIsDue() {
        poller.poll();
        assertThat(overdue()).isZero();
    }

    @Test
    void leavesWhatAnotherProcessHasInHand() {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            jdbc.sql("SELECT saga_id FROM saga_instance WHERE data = '{}' FOR UPDATE")
                    .query()
                    .listOfRows();
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> poller.poll());
        });
        assertThat(overdue()).isEqualTo(BATCH + 1);
    }

    private int overdue() {
        return jdbc.sql("SELECT count(*) FROM saga_instance WHERE data = '{}' AND wake_at <= now()")
                .query(Integer.class)
                .single();
    }
}
