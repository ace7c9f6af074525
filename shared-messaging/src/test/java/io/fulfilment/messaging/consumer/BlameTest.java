package io.fulfilment.messaging.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class BlameTest {

    @ParameterizedTest
    @MethodSource
    void theSystemIsToBlame(Throwable failure) {
        assertThat(Blame.of(failure)).isEqualTo(Blame.SYSTEM);
        assertThat(Blame.of(new IllegalStateException("wrapped", failure))).isEqualTo(Blame.SYSTEM);
    }

    static Stream<Throwable> theSystemIsToBlame() {
        var lostInRollback = new TransactionSystemException("rollback failed");
        lostInRollback.initApplicationException(new IllegalStateException());
        return Stream.of(
                new CannotCreateTransactionException("pool exhausted"),
                new CannotGetJdbcConnectionException("refused"),
                new QueryTimeoutException("slow"),
                new BadSqlGrammarException("select", "SELECT", new SQLException("revoked", "42501")),
                new BadSqlGrammarException("select", "SELECT", new SQLException("no such table", "42P01")),
                new SQLException("disk full", "53100"),
                new SQLException("closed by the pool"),
                new OutOfMemoryError(),
                lostInRollback);
    }

    @ParameterizedTest
    @MethodSource
    void theMessageIsToBlame(Throwable failure) {
        assertThat(Blame.of(failure)).isEqualTo(Blame.MESSAGE);
    }

    static Stream<Throwable> theMessageIsToBlame() {
        return Stream.of(
                new IllegalArgumentException(),
                new NullPointerException(),
                new StackOverflowError(),
                new DataIntegrityViolationException("check", new SQLException("check", "23514")),
                new OptimisticLockingFailureException("version"),
                new TransactionSystemException("not valid", new IllegalStateException()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03"})
    void othersAreToBlame(String state) {
        assertThat(Blame.of(new RuntimeException(new SQLException("locked", state))))
                .isEqualTo(Blame.CONTENTION);
        assertThat(Blame.of(new CannotAcquireLockException("locked"))).isEqualTo(Blame.CONTENTION);
    }
}
