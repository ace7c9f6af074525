package io.fulfilment.messaging.consumer;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** What a failed transaction is to be blamed on. */
enum Blame {
    /** The database or the way there: no message is at fault, none may be parked. */
    SYSTEM,
    /** Others that wanted the same rows: trying again is likely to do. */
    CONTENTION,
    /** A message, or its handler. */
    MESSAGE;

    private static final int DEEPEST = 20;

    /**
     * Classes of SQLSTATE: connection, authorization, rights and names, resources, operator intervention, system,
     * configuration. A table or right that is missing is the deployment's fault, whatever the message.
     */
    private static final Set<String> SYSTEM_CLASSES = Set.of("08", "28", "42", "53", "57", "58", "F0", "XX");

    /** Read-only transactions are an operator's affair; one that was idle for too long belongs to a process that was paused. */
    private static final Set<String> SYSTEM_STATES = Set.of("25006", "25P03", "25P04");

    /** The first in the chain of causes that tells. */
    static Blame of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .map(Blame::ofOne)
                .filter(blame -> blame != MESSAGE)
                .findFirst()
                .orElse(MESSAGE);
    }

    private static Blame ofOne(Throwable failure) {
        return switch (failure) {
            case StackOverflowError e -> MESSAGE;
            case Error e -> SYSTEM;
            case OptimisticLockingFailureException e -> MESSAGE;
            case PessimisticLockingFailureException e -> CONTENTION;
            case CannotCreateTransactionException e -> SYSTEM;
            // Not even the rollback went through.
            case TransactionSystemException e when e.getApplicationException() != null -> SYSTEM;
            case DataAccessResourceFailureException e -> SYSTEM;
            case RecoverableDataAccessException e -> SYSTEM;
            case TransientDataAccessException e -> SYSTEM;
            case SQLTransientConnectionException e -> SYSTEM;
            case SQLNonTransientConnectionException e -> SYSTEM;
            case SQLRecoverableException e -> SYSTEM;
            // The server always tells a state; without one it is the driver or the pool.
            case SQLException e -> e.getSQLState() == null ? SYSTEM : ofState(e.getSQLState());
            default -> MESSAGE;
        };
    }

    private static Blame ofState(String state) {
        if (state.equals("40001") || state.equals("40P01") || state.equals("55P03")) {
            return CONTENTION;
        }
        boolean system =
                SYSTEM_STATES.contains(state) || SYSTEM_CLASSES.stream().anyMatch(state::startsWith);
        return system ? SYSTEM : MESSAGE;
    }
}
