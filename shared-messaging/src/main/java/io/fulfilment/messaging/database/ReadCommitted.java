package io.fulfilment.messaging.database;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.IsolationLevel;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions of which each statement sees what was committed before it, whatever the database's default is, or becomes. A
 * transaction that names its level costs a way to the database and back, to ask for the present one; so the connections of a pool
 * are given the level as they are made, and only transactions on others name it.
 */
public final class ReadCommitted {

    private static final String LEVEL = IsolationLevel.TRANSACTION_READ_COMMITTED.name();

    /** The pool itself says so only where the default was another when it began. */
    private static final String EACH_CONNECTION =
            "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED";

    private ReadCommitted() {}

    /** @param jdbc on the connections that the transactions run on */
    public static TransactionTemplate template(PlatformTransactionManager transactions, JdbcTemplate jdbc) {
        return template(transactions, Objects.requireNonNull(jdbc.getDataSource()));
    }

    /** @param database whose connections the transactions run on */
    public static TransactionTemplate template(PlatformTransactionManager transactions, DataSource database) {
        var template = new TransactionTemplate(transactions);
        if (!isPoolOfThisLevel(database)) {
            template.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
        }
        return template;
    }

    /** Does nothing to a pool that was given a level or a first statement, or has connections already. */
    static void makeLevelOf(HikariDataSource pool) {
        if (pool.getTransactionIsolation() == null && pool.getConnectionInitSql() == null && !pool.isRunning()) {
            pool.setTransactionIsolation(LEVEL);
            pool.setConnectionInitSql(EACH_CONNECTION);
        }
    }

    private static boolean isPoolOfThisLevel(DataSource database) {
        try {
            return database.isWrapperFor(HikariDataSource.class)
                    && EACH_CONNECTION.equals(
                            database.unwrap(HikariDataSource.class).getConnectionInitSql());
        } catch (SQLException e) {
            throw new IllegalStateException("the data source can't be asked what it is", e);
        }
    }
}
