package io.fulfilment.messaging.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.fulfilment.testing.Infrastructure;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** In a database whose default is another level. */
class ReadCommittedIT {

    private static final Infrastructure INFRASTRUCTURE = Infrastructure.shared();
    private static final String ROLE = Infrastructure.schemaOf("order-service");

    private final HikariDataSource pool = new HikariDataSource();

    ReadCommittedIT() {
        pool.setJdbcUrl(serializableByDefault());
        pool.setUsername(ROLE);
        pool.setPassword(INFRASTRUCTURE.passwordOf(ROLE));
        pool.setMaximumPoolSize(1);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void isWhatTransactionsOfAPoolAreWithoutNamingIt() {
        ReadCommitted.makeLevelOf(pool);

        assertThat(levelWithin(pool)).isEqualTo("read committed");
        assertThat(template(pool).getIsolationLevel()).isEqualTo(TransactionDefinition.ISOLATION_DEFAULT);
    }

    @Test
    void staysWhatTheyAreWhereTheDefaultBecomesAnother() {
        var database = new DriverManagerDataSource(INFRASTRUCTURE.databaseUrl(), ROLE, INFRASTRUCTURE.passwordOf(ROLE));
        pool.setDataSource(database);
        ReadCommitted.makeLevelOf(pool);
        assertThat(levelWithin(pool)).isEqualTo("read committed");

        database.setUrl(serializableByDefault());
        int before = process();
        pool.getHikariPoolMXBean().softEvictConnections();

        assertThat(levelWithin(pool)).isEqualTo("read committed");
        assertThat(process()).isNotEqualTo(before);
    }

    @Test
    void isNamedWhereThePoolHasAFirstStatementOfItsOwn() {
        pool.setConnectionInitSql("SET lock_timeout = '1min'");
        ReadCommitted.makeLevelOf(pool);

        assertThat(levelWithin(pool)).isEqualTo("read committed");
    }

    @Test
    void isNamedWhereThePoolHasAnotherLevel() {
        pool.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        ReadCommitted.makeLevelOf(pool);

        assertThat(levelWithin(pool)).isEqualTo("read committed");
        assertThat(pool.getTransactionIsolation()).isEqualTo("TRANSACTION_REPEATABLE_READ");
    }

    @Test
    void isNamedWhereThePoolHasConnectionsOfAnotherLevel() {
        new JdbcTemplate(pool).execute("SELECT 1");
        ReadCommitted.makeLevelOf(pool);

        assertThat(levelWithin(pool)).isEqualTo("read committed");
    }

    @Test
    void isNamedWhereThereIsNoPool() {
        var single = new DriverManagerDataSource(serializableByDefault(), ROLE, INFRASTRUCTURE.passwordOf(ROLE));

        assertThat(levelWithin(single)).isEqualTo("read committed");
    }

    /** The database's, which has the connection. */
    private int process() {
        return Objects.requireNonNull(new JdbcTemplate(pool).queryForObject("SELECT pg_backend_pid()", Integer.class));
    }

    private static String serializableByDefault() {
        String url = INFRASTRUCTURE.databaseUrl();
        return url + (url.contains("?") ? '&' : '?') + "options=-c%20default_transaction_isolation=serializable";
    }

    private static @Nullable String levelWithin(DataSource database) {
        return template(database)
                .execute(status ->
                        new JdbcTemplate(database).queryForObject("SHOW transaction_isolation", String.class));
    }

    private static TransactionTemplate template(DataSource database) {
        return ReadCommitted.template(new JdbcTransactionManager(database), database);
    }
}
